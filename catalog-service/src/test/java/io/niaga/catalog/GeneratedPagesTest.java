package io.niaga.catalog;

import io.niaga.catalog.exchange.ImportStates;
import io.niaga.catalog.product.ProductStates;
import io.niaga.testsupport.ConfigurationGolden;
import io.niaga.testsupport.PermissionsGolden;
import io.niaga.testsupport.ProblemsGolden;
import io.niaga.testsupport.StatesGolden;
import org.junit.jupiter.api.Test;

class GeneratedPagesTest {
    @Test
    void problems_are_listed() {
        ProblemsGolden.check("catalog", "io.niaga.catalog");
    }

    @Test
    void permissions_are_listed() {
        PermissionsGolden.check("catalog");
    }

    @Test
    void states_are_listed() {
        StatesGolden.of("catalog")
                .machine("Product", ProductStates.ALL, ProductStates.MOVES, ProductStates::after)
                .machine("Import", ImportStates.ALL, ImportStates.MOVES, ImportStates::after)
                .check();
    }

    @Test
    void the_page_of_settings_is_the_properties() {
        ConfigurationGolden.check("catalog");
    }
}
