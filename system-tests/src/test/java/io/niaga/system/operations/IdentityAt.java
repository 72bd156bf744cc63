package io.niaga.system.operations;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.niaga.testsupport.TestIdentity;
import io.niaga.testsupport.TestTokens;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plays the realm at an address: its keys, and tokens for the services' own calls, in the name of a given issuer. */
final class IdentityAt implements AutoCloseable {
    private static final String PROTOCOL = "/realms/niaga/protocol/openid-connect";
    private static final Pattern CLIENT = Pattern.compile("client_id=([a-z-]+)");
    private final HttpServer server;
    private final String issuer;

    IdentityAt(String address, int port, String issuer) throws IOException {
        this.issuer = issuer;
        this.server = HttpServer.create(new InetSocketAddress(address, port), 0);
        server.createContext(PROTOCOL + "/certs", exchange -> answer(exchange, keys()));
        server.createContext(PROTOCOL + "/token", exchange -> answer(exchange, token(exchange)));
        server.start();
    }

    private static byte[] keys() throws IOException {
        try (var in = URI.create(TestIdentity.keySetUri()).toURL().openStream()) {
            return in.readAllBytes();
        }
    }

    private byte[] token(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher client = CLIENT.matcher(form);
        if (!client.find()) {
            throw new IOException("who asks? " + form);
        }
        String token = TestTokens.custom()
                .claim("iss", issuer)
                .claim("azp", client.group(1))
                .claim("client_id", client.group(1))
                .without("sid")
                .role("service")
                .text();
        return ("{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":300}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
