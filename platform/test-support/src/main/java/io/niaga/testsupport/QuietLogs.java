package io.niaga.testsupport;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Silences the broker inside the JVM: it complains at length when its folder goes away before it does. */
public final class QuietLogs implements EnvironmentPostProcessor {
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "niaga quiet logs",
                        Map.of(
                                "logging.level.kafka", "off",
                                "logging.level.org.apache.kafka", "off",
                                "logging.level.state", "off")));
    }
}
