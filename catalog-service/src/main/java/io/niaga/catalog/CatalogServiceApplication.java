package io.niaga.catalog;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the catalog. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class CatalogServiceApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(CatalogServiceApplication.class, arguments);
    }
}
