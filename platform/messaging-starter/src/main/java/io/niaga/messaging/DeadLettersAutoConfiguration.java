package io.niaga.messaging;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Shows dead letters on the management port; never on the port that callers reach, since nobody is asked who he is. */
@AutoConfiguration(after = MessagingAutoConfiguration.class)
@ConditionalOnClass(Endpoint.class)
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
final class DeadLettersAutoConfiguration {
    @Bean
    @ConditionalOnAvailableEndpoint(endpoint = DeadLettersEndpoint.class)
    DeadLettersEndpoint deadLettersEndpoint(DeadLetters dead) {
        return new DeadLettersEndpoint(dead);
    }
}
