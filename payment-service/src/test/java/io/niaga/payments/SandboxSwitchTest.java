package io.niaga.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.payments.payment.Payments;
import io.niaga.payments.simulator.PlaySandbox;
import io.niaga.payments.simulator.SandboxPages;
import io.niaga.payments.simulator.ShowSandboxPage;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SandboxSwitchTest {
    private static final List<String> CONTROLLERS = List.of(
            "io.niaga.payments.simulator.http.SandboxController",
            "io.niaga.payments.simulator.http.SandboxPageController");

    @Test
    void the_sandbox_is_there_only_where_it_is_switched_on() throws Exception {
        for (String controller : CONTROLLERS) {
            assertThat(beans(controller)).isEmpty();
            assertThat(beans(controller, "niaga.sandbox.enabled=false")).isEmpty();
            assertThat(beans(controller, "niaga.sandbox.enabled=true")).hasSize(1);
        }
    }

    private static List<String> beans(String controller, String... properties) throws Exception {
        Payments nothing = null;
        List<String> found = new ArrayList<>();
        new ApplicationContextRunner()
                .withPropertyValues(properties)
                .withBean(PlaySandbox.class, () -> new PlaySandbox(nothing, null, null, null, null))
                .withBean(
                        ShowSandboxPage.class,
                        () -> new ShowSandboxPage(
                                nothing, new SandboxPages(URI.create("http://x"), new byte[] {1}), null, null))
                .withUserConfiguration(Class.forName(controller))
                .run(context -> found.addAll(Arrays.asList(context.getBeanDefinitionNames())));
        return found.stream().filter(n -> n.endsWith("Controller")).toList();
    }
}
