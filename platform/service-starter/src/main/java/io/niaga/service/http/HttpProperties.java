package io.niaga.service.http;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the HTTP interface.
 *
 * @param maxBody the largest body of a request
 * @param largeBodies other limits, by the prefix of the path: {@code "[/v1/product-imports]": 256MB}
 */
@ConfigurationProperties("niaga.http")
public record HttpProperties(
        @DefaultValue("1MB") DataSize maxBody, @DefaultValue Map<String, DataSize> largeBodies) {
    public HttpProperties {
        largeBodies = Map.copyOf(largeBodies);
    }

    /** The limit for a path, in bytes. */
    public long maxBytes(String path) {
        for (Map.Entry<String, DataSize> large : largeBodies.entrySet()) {
            if (path.startsWith(large.getKey())) {
                return large.getValue().toBytes();
            }
        }
        return maxBody.toBytes();
    }
}
