package io.niaga.service.identity;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys of guest tokens.
 *
 * @param keys base64, at least 32 bytes each; the first signs, all verify; none: no guest token is issued or believed
 */
@ConfigurationProperties("niaga.guest-tokens")
public record GuestTokenProperties(@DefaultValue List<String> keys) {
    public GuestTokenProperties {
        keys = keys.stream().map(String::strip).filter(key -> !key.isEmpty()).toList();
    }
}
