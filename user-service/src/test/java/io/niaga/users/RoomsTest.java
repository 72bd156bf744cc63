package io.niaga.users;

import io.niaga.testsupport.RoomRules;
import org.junit.jupiter.api.Test;

class RoomsTest {
    @Test
    void every_type_is_in_its_room() {
        RoomRules.check("io.niaga.users");
    }
}
