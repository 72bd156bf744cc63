package io.niaga.service.trace;

import io.niaga.trace.OtlpSpans;
import io.niaga.trace.Spans;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The trace filter, before everything else so that every log line and problem carries the trace. */
@AutoConfiguration
@EnableConfigurationProperties(TracesProperties.class)
public class TraceAutoConfiguration {
    @Bean
    @Conditional(Wanted.class)
    Spans spans(TracesProperties properties, Environment environment) {
        String service = environment.getProperty("spring.application.name", "application");
        return new OtlpSpans(URI.create(properties.endpoint()), service, properties.oneIn());
    }

    @Bean
    FilterRegistrationBean<TraceFilter> traceFilter(ObjectProvider<Spans> spans) {
        FilterRegistrationBean<TraceFilter> registration =
                new FilterRegistrationBean<>(new TraceFilter(spans.getIfAvailable()));
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Where no collector is named, nothing of it exists. */
    static final class Wanted implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getEnvironment()
                    .getProperty("niaga.traces.endpoint", "")
                    .isBlank();
        }
    }
}
