package io.niaga.loyalty;

import io.niaga.testsupport.ConfigurationGolden;
import io.niaga.testsupport.PermissionsGolden;
import io.niaga.testsupport.ProblemsGolden;
import org.junit.jupiter.api.Test;

class GeneratedPagesTest {
    @Test
    void the_page_of_permissions_is_the_table() {
        PermissionsGolden.check("loyalty");
    }

    @Test
    void the_page_of_problems_is_the_enums() {
        ProblemsGolden.check("loyalty", "io.niaga.loyalty");
    }

    @Test
    void the_page_of_settings_is_the_properties() {
        ConfigurationGolden.check("loyalty");
    }
}
