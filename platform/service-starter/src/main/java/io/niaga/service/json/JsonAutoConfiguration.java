package io.niaga.service.json;

import io.niaga.events.json.CommerceJsonModule;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JacksonModule;

/** The strict mapper of the HTTP interface. */
@AutoConfiguration(before = JacksonAutoConfiguration.class)
public class JsonAutoConfiguration {
    @Bean
    JacksonModule commerceJsonModule() {
        return new CommerceJsonModule();
    }

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return StrictJson::apply;
    }

    @Bean
    JsonProblems jsonProblems() {
        return new JsonProblems();
    }
}
