package io.niaga.service.sample;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An issuer: a key pair, a JWKS endpoint that counts its calls, and tokens. */
public final class Tokens {
    public static final String ISSUER = "http://issuer.test/realms/niaga";
    public static final String SUBJECT = "0190f3b4-1111-7aaa-8bbb-0123456789ab";
    public static final RSAKey KEY = key("k1");
    public static final AtomicInteger KEY_SET_CALLS = new AtomicInteger();

    public static final AtomicInteger TOKEN_CALLS = new AtomicInteger();

    private static final HttpServer SERVER = start();

    private Tokens() {}

    public static String jwksUri() {
        return "http://127.0.0.1:" + SERVER.getAddress().getPort() + "/certs";
    }

    public static String tokenUri() {
        return "http://127.0.0.1:" + SERVER.getAddress().getPort() + "/token";
    }

    public static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("niaga-api")
                .subject(SUBJECT)
                .claim("typ", "Bearer")
                .claim("azp", "niaga-demo")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    public static String person(String... groups) {
        return sign(claims().claim("realm_access", Map.of("roles", List.of("customer", "offline_access")))
                .claim("groups", List.of(groups)));
    }

    public static String service(String clientId) {
        return sign(claims().claim("azp", clientId).claim("realm_access", Map.of("roles", List.of("service"))));
    }

    /** A partner's program of these groups, with these scopes. */
    public static String partner(String scopes, String... groups) {
        return sign(partnerClaims(scopes, groups));
    }

    public static JWTClaimsSet.Builder partnerClaims(String scopes, String... groups) {
        return claims().claim("azp", "cli_1")
                .claim("scope", scopes)
                .claim("realm_access", Map.of("roles", List.of("partner")))
                .claim("groups", List.of(groups));
    }

    public static String sign(JWTClaimsSet.Builder claims) {
        return sign(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build(), claims.build(), KEY);
    }

    public static String sign(JWSHeader header, JWTClaimsSet claims, RSAKey key) {
        try {
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] keys = new JWKSet(KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            server.createContext("/certs", exchange -> {
                KEY_SET_CALLS.incrementAndGet();
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            server.createContext("/token", exchange -> {
                TOKEN_CALLS.incrementAndGet();
                byte[] token = ("{\"access_token\":\"" + service("sample-service") + "\",\"expires_in\":300}")
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(200, token.length);
                exchange.getResponseBody().write(token);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
