package io.niaga.users;

import io.niaga.testsupport.ConfigurationGolden;
import io.niaga.testsupport.PermissionsGolden;
import io.niaga.testsupport.ProblemsGolden;
import io.niaga.testsupport.StatesGolden;
import io.niaga.users.notification.NotificationMachine;
import io.niaga.users.partner.ApiClientMachine;
import org.junit.jupiter.api.Test;

class GeneratedPagesTest {
    @Test
    void the_page_of_permissions_is_the_table() {
        PermissionsGolden.check("user");
    }

    @Test
    void the_page_of_states_is_what_the_verbs_do() {
        StatesGolden.of("user")
                .machine("API client", ApiClientMachine.STATES, ApiClientMachine.MOVES, ApiClientMachine::outcome)
                .machine(
                        "Notification",
                        NotificationMachine.STATES,
                        NotificationMachine.MOVES,
                        NotificationMachine::outcome)
                .check();
    }

    @Test
    void the_page_of_problems_is_the_enums() {
        ProblemsGolden.check("user", "io.niaga.users");
    }

    @Test
    void the_page_of_settings_is_the_properties() {
        ConfigurationGolden.check("user");
    }
}
