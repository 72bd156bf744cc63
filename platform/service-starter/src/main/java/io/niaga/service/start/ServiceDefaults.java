package io.niaga.service.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * Adds the defaults that all services share, below everything a service, its environment or a test says.
 *
 * <p>{@code niaga.short-name} is the application's name without {@code -service}.
 */
public final class ServiceDefaults implements EnvironmentPostProcessor, Ordered {
    private static final String FILE = "io/niaga/service/start/defaults.properties";
    private static final String SUFFIX = "-service";

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getPropertySources().contains(FILE)) {
            return;
        }
        Properties defaults = read();
        String name = environment.getProperty("spring.application.name", "");
        defaults.setProperty(
                "niaga.short-name", name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name);
        if (environment.getProperty("NIAGA_LOG_FORMAT", "plain").equals("json")) {
            defaults.setProperty("logging.structured.format.console", "logstash");
        }
        environment.getPropertySources().addLast(new PropertiesPropertySource(FILE, defaults));
    }

    private static Properties read() {
        try {
            return PropertiesLoaderUtils.loadProperties(
                    new ClassPathResource(FILE, ServiceDefaults.class.getClassLoader()));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
