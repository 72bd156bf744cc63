package io.niaga.gateway;

import io.niaga.testsupport.ConfigurationGolden;
import io.niaga.testsupport.ProblemsGolden;
import org.junit.jupiter.api.Test;

class GeneratedPagesTest {
    @Test
    void the_page_of_settings_is_the_properties() {
        ConfigurationGolden.check("gateway");
    }

    @Test
    void the_page_of_problems_is_the_code() {
        ProblemsGolden.check("gateway", "io.niaga.gateway");
    }
}
