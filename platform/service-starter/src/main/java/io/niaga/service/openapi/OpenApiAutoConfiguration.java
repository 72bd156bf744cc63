package io.niaga.service.openapi;

import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The API document at {@code /v1/openapi/<service>}. */
@AutoConfiguration(before = SpringDocConfiguration.class)
public class OpenApiAutoConfiguration {
    public OpenApiAutoConfiguration() {
        SharedSchemas.register();
    }

    @Bean
    RecordSchemas recordSchemas() {
        return new RecordSchemas();
    }

    @Bean
    Operations completedOperations() {
        return new Operations();
    }

    @Bean
    ApiDocument apiDocument(@Value("${niaga.short-name:}") String service, ObjectProvider<ProblemResource> resources) {
        return new ApiDocument(service, resources.orderedStream().toList());
    }
}
