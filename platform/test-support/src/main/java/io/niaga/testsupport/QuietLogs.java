package io.niaga.testsupport;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Silences the broker inside the JVM, which complains at length when its folder goes away before it does, and the refusals
 * that tests provoke by the thousand.
 */
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
                                "logging.level.state", "off",
                                "logging.level.io.niaga.service.problem", "warn",
                                "logging.level.org.springdoc", "error")));
    }
}
