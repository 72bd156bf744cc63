package io.niaga.service.clients;

import feign.Client;
import feign.RequestInterceptor;
import feign.ResponseInterceptor;
import feign.codec.ErrorDecoder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.niaga.service.identity.IdentityFailures;
import io.niaga.service.problem.ProblemTranslation;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.cloud.openfeign.FeignAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.json.JsonMapper;

/** What every {@code @FeignClient} of a service is made of. */
@AutoConfiguration(before = FeignAutoConfiguration.class)
@EnableFeignClients(basePackages = "io.niaga")
@EnableConfigurationProperties({ClientsProperties.class, ServiceTokenProperties.class})
public class ClientsAutoConfiguration {
    @Bean
    ServiceToken serviceToken(
            ServiceTokenProperties properties, JsonMapper json, Clock clock, ObjectProvider<MeterRegistry> meters) {
        IdentityFailures failures = IdentityFailures.ofTokens(meters.getIfUnique(SimpleMeterRegistry::new));
        return new ServiceToken(properties, json, clock, failures);
    }

    @Bean
    Client remotes(ClientsProperties properties, ServiceToken token, ObjectProvider<MeterRegistry> meters) {
        return new Remotes(properties, token, meters.getIfUnique(SimpleMeterRegistry::new));
    }

    @Bean
    RequestInterceptor callerHeaders(ServiceToken token) {
        return new CallerHeaders(token);
    }

    @Bean
    JsonBodies jsonBodies(JsonMapper json) {
        return new JsonBodies(json);
    }

    @Bean
    ResponseInterceptor readableAnswers() {
        return new ReadableAnswers();
    }

    @Bean
    ErrorDecoder refusals(JsonMapper json) {
        return new Refusals(json);
    }

    @Bean
    @Order(0)
    ProblemTranslation remoteProblems() {
        return new RemoteProblems();
    }
}
