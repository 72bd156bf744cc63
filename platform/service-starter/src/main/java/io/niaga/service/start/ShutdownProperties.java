package io.niaga.service.start;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the service goes.
 *
 * @param drain how long it still serves after it was told to stop, not ready any more and closing each connection with its
 *     answer; longer than clients reuse idle connections (5 s) and than load balancers take to hear of it. 0s: stops at once
 */
@ConfigurationProperties("niaga.shutdown")
public record ShutdownProperties(@DefaultValue("0s") Duration drain) {}
