package io.niaga.service.clients;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this service proves who it is.
 *
 * @param uri the identity server's token endpoint
 * @param clientId this service's client; empty for a service that calls no other
 */
@ConfigurationProperties("niaga.service-token")
public record ServiceTokenProperties(
        URI uri,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret) {
    @Override
    public String toString() {
        return "ServiceTokenProperties[uri=" + uri + ", clientId=" + clientId + "]";
    }
}
