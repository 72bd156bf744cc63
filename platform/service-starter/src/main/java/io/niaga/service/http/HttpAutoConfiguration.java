package io.niaga.service.http;

import io.niaga.types.TypeId;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What controllers may take as parameters, beside what Spring knows. */
@AutoConfiguration
public class HttpAutoConfiguration {
    @Bean
    HandlerMethodArgumentResolver preconditionArgument() {
        return new PreconditionArgument();
    }

    @Bean
    HandlerMethodArgumentResolver pageRequestArgument() {
        return new PageRequestArgument();
    }

    @Bean
    WebMvcConfigurer controllerParameters(List<HandlerMethodArgumentResolver> arguments) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.addAll(arguments);
            }

            /** Records with a {@code static of(String)} convert by themselves; a bare id says its own prefix. */
            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverter(String.class, TypeId.class, HttpAutoConfiguration::typeId);
            }
        };
    }

    private static TypeId typeId(String text) {
        int end = text.indexOf('_');
        if (end < 0) {
            throw new IllegalArgumentException("not an id");
        }
        return TypeId.parse(text.substring(0, end), text);
    }
}
