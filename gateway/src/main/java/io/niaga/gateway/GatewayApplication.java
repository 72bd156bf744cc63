package io.niaga.gateway;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class GatewayApplication {
    public static void main(String[] args) {
        SpringApplication gateway = new SpringApplication(GatewayApplication.class);
        if ("json".equals(System.getenv("NIAGA_LOG_FORMAT"))) {
            gateway.setDefaultProperties(Map.of("logging.structured.format.console", "logstash"));
        }
        gateway.run(args);
    }
}
