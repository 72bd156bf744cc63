package io.niaga.gateway.edge;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The issuer's keys. A token is free to name a key that nobody has, and no quota is asked before it is read: so an unknown key
 * is asked for at most once in a while, for all who wait together. What is known is kept while the issuer is away.
 *
 * <p>Thread-safe.
 */
public final class IssuerKeys {
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Mono<JWKSet> latest;
    private volatile JWKSet known = new JWKSet();

    /** @param published asks for the keys */
    IssuerKeys(Mono<JWKSet> published, Duration betweenQuestions) {
        this.latest = published
                .timeout(PATIENCE)
                .doOnNext(keys -> known = keys)
                .onErrorResume(away -> Mono.fromSupplier(() -> known))
                .cache(betweenQuestions);
    }

    public static IssuerKeys at(URI address) {
        Mono<String> published =
                WebClient.create().get().uri(address).retrieve().bodyToMono(String.class);
        return new IssuerKeys(published.map(IssuerKeys::parsed), BETWEEN_QUESTIONS);
    }

    private static JWKSet parsed(String keys) {
        try {
            return JWKSet.parse(keys);
        } catch (ParseException e) {
            throw new IllegalStateException("the issuer's keys cannot be read", e);
        }
    }

    /** Those among which this token's may be. */
    public Flux<JWK> of(SignedJWT token) {
        JWKSet now = known;
        return now.getKeyByKeyId(token.getHeader().getKeyID()) == null
                ? latest.flatMapIterable(JWKSet::getKeys)
                : Flux.fromIterable(now.getKeys());
    }
}
