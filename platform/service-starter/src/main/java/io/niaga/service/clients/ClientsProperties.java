package io.niaga.service.clients;

import jakarta.validation.Valid;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The other services and how they are called.
 *
 * @param clients by name: {@code url} (one base address, or several separated by commas), {@code connect-timeout} (500ms),
 *     {@code read-timeout} (2s), {@code concurrency} (64)
 */
@ConfigurationProperties("niaga")
public record ClientsProperties(@DefaultValue Map<String, @Valid Remote> clients) {
    /** How a client without settings is treated. */
    static final Remote USUAL = new Remote(null, Duration.ofMillis(500), Duration.ofSeconds(2), 64);

    public ClientsProperties {
        clients = Map.copyOf(clients);
    }

    /**
     * One of them.
     *
     * @param url its base address, or several separated by commas
     * @param connectTimeout how long a connection may take, a free one of the pool included
     * @param readTimeout how long the answer may let us wait
     * @param concurrency how many calls may be under way at once
     */
    public record Remote(
            @Nullable String url,
            @DefaultValue("500ms") Duration connectTimeout,
            @DefaultValue("2s") Duration readTimeout,
            @DefaultValue("64") int concurrency) {}

    Remote of(String name) {
        return clients.getOrDefault(name, USUAL);
    }
}
