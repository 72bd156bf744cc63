package io.niaga.users;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Every knob of users.
 *
 * @param directoryUrl the realm's admin API; required
 * @param smtpUrl {@code smtp://user:password@host:port} or {@code smtps://…}; {@code smtp} turns to TLS where the server offers it,
 *     and with a user or at port 587 sends nothing otherwise; without one letters are recorded as SUPPRESSED
 * @param mailFrom who writes
 */
@ConfigurationProperties("niaga.user")
public record UsersProperties(
        URI directoryUrl,
        @DefaultValue("") String smtpUrl,
        @DefaultValue("shop@niaga.example") String mailFrom) {}
