package io.niaga.search;

import io.niaga.testsupport.ConfigurationGolden;
import org.junit.jupiter.api.Test;

class GeneratedPagesTest {
    @Test
    void the_page_of_settings_is_the_properties() {
        ConfigurationGolden.check("search");
    }
}
