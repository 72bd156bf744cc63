package io.niaga.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.types.Permissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SandboxSwitchTest {
    private static final String CONTROLLER = "io.niaga.fulfillment.shipment.http.SandboxParcelController";

    private static List<String> controllers(String... properties) throws Exception {
        List<List<String>> found = new java.util.ArrayList<>();
        new ApplicationContextRunner()
                .withPropertyValues(properties)
                .withBean(Permissions.class, () -> new Permissions(List.of()))
                .withBean(
                        io.niaga.fulfillment.shipment.ReportParcel.class,
                        () -> new io.niaga.fulfillment.shipment.ReportParcel(null, null))
                .withUserConfiguration(Class.forName(CONTROLLER))
                .run(context -> found.add(Arrays.asList(context.getBeanDefinitionNames())));
        return found.getFirst().stream().filter(n -> n.contains("andboxParcel")).toList();
    }

    @Test
    void the_sandbox_is_there_only_where_it_is_switched_on() throws Exception {
        assertThat(controllers()).isEmpty();
        assertThat(controllers("niaga.sandbox.enabled=false")).isEmpty();
        assertThat(controllers("niaga.sandbox.enabled=true")).hasSize(1);
    }
}
