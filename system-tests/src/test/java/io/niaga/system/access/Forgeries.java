package io.niaga.system.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Tokens that claim an operator's rights and must be refused, made from real ones of the identity server. Those that only
 * its key could make (not valid yet, no expiry, no type) are tried in each service with a key of the tests' own.
 */
final class Forgeries {
    private final World world;
    private final Canary canary;
    private final Map<String, String> tokens = new LinkedHashMap<>();

    Forgeries(World world, Canary canary) {
        this.world = world;
        this.canary = canary;
        tampered();
        otherAlgorithms();
        ownKeys();
        realButNotForUs();
        malformed();
    }

    Map<String, String> all() {
        return Map.copyOf(tokens);
    }

    private String[] operator() {
        return world.actors.token("operator").split("\\.");
    }

    private String claims() {
        return Jose.decode(operator()[1]);
    }

    private String header() {
        return Jose.decode(operator()[0]);
    }

    private void tampered() {
        String[] buyer = world.actors.token("buyer").split("\\.");
        String[] real = operator();
        String promoted = Jose.decode(buyer[1]).replace("\"customer\"", "\"operator\"");
        tokens.put("a buyer who made himself an operator", buyer[0] + "." + Jose.encode(promoted) + "." + buyer[2]);
        tokens.put("an operator's claims under a buyer's signature", real[0] + "." + real[1] + "." + buyer[2]);
        tokens.put("signature reversed", real[0] + "." + real[1] + "." + new StringBuilder(real[2]).reverse());
        tokens.put("signature cut", real[0] + "." + real[1] + "." + real[2].substring(0, 100));
        tokens.put("signature empty", real[0] + "." + real[1] + ".");
        tokens.put("signature missing", real[0] + "." + real[1]);
        tokens.put("signature of zeros", real[0] + "." + real[1] + "." + Jose.encode(new byte[256]));
        String later = claims().replaceAll("\"exp\":\\d+", "\"exp\":4102444800");
        tokens.put("life prolonged", real[0] + "." + Jose.encode(later) + "." + real[2]);
    }

    private void otherAlgorithms() {
        for (String none : List.of("none", "None", "NONE", "nOnE", "")) {
            String unsigned = Jose.encode("{\"alg\":\"" + none + "\",\"typ\":\"JWT\"}") + "." + operator()[1];
            tokens.put("algorithm '" + none + "' unsigned", unsigned + ".");
            tokens.put("algorithm '" + none + "' with a signature", unsigned + "." + operator()[2]);
        }
        JsonNode key = publishedKey();
        String pem = "-----BEGIN PUBLIC KEY-----\n" + key.path("x5c").path(0).asString() + "\n-----END PUBLIC KEY-----";
        Map<String, byte[]> secrets = Map.of(
                "modulus", Base64.getUrlDecoder().decode(key.path("n").asString()),
                "certificate",
                        Base64.getDecoder().decode(key.path("x5c").path(0).asString()),
                "PEM", pem.getBytes(US_ASCII),
                "JWK", key.toString().getBytes(US_ASCII));
        secrets.forEach((form, secret) -> {
            for (String bits : List.of("256", "384", "512")) {
                String unsigned = Jose.encode(header().replace("RS256", "HS" + bits)) + "." + operator()[1];
                tokens.put(
                        "HS" + bits + " with the public key (" + form + ")",
                        unsigned + "." + Jose.mac("HmacSHA" + bits, secret, unsigned));
            }
        });
        for (String other : List.of("RS384", "RS512", "PS256", "ES256", "EdDSA", "RSA-OAEP", "dir")) {
            tokens.put(
                    "said to be " + other,
                    Jose.encode(header().replace("RS256", other)) + "." + operator()[1] + "." + operator()[2]);
        }
    }

    private JsonNode publishedKey() {
        JsonNode keys = world.site
                .keycloak()
                .get("/realms/niaga/protocol/openid-connect/certs")
                .json("/keys");
        for (JsonNode key : keys) {
            if (key.path("alg").asString().equals("RS256")) {
                return key;
            }
        }
        throw new AssertionError("the identity server publishes no RS256 key");
    }

    private void ownKeys() {
        RSAPublicKey ours = (RSAPublicKey) Jose.OURS.getPublic();
        String jwk = "{\"kty\":\"RSA\",\"n\":\"" + Jose.encode(ours.getModulus().toByteArray()) + "\",\"e\":\"AQAB\"}";
        String known = header();
        tokens.put("a stranger's key under the known name", Jose.signed(known, claims()));
        tokens.put("a key in the header", signedWith(known, "jwk", jwk));
        tokens.put(
                "a certificate in the header",
                signedWith(known, "x5c", "[\"" + Jose.encode(ours.getEncoded()) + "\"]"));
        tokens.put("keys at an address (jku)", signedWith(known, "jku", "\"" + canary.url("/keys") + "\""));
        tokens.put("a certificate at an address (x5u)", signedWith(known, "x5u", "\"" + canary.url("/cert") + "\""));
        tokens.put("something critical nobody knows", signedWith(known, "crit", "[\"exp\"]"));
        tokens.put("payload not encoded (b64)", signedWith(known, "b64", "false,\"crit\":[\"b64\"]"));
        for (String kid : List.of(
                "",
                "..\\/..\\/..\\/dev\\/null",
                "' UNION SELECT 'x",
                "\\u0000",
                canary.url("/kid"),
                "x".repeat(4000))) {
            tokens.put(
                    "key called '" + (kid.length() > 40 ? "xxx…" : kid) + "'",
                    Jose.signed("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + kid + "\"}", claims()));
        }
        tokens.put("no key named", Jose.signed("{\"alg\":\"RS256\",\"typ\":\"JWT\"}", claims()));
        tokens.put("type JWE", Jose.signed(known.replace("\"JWT\"", "\"JWE\""), claims()));
    }

    private String signedWith(String header, String field, String json) {
        return Jose.signed(header.substring(0, header.length() - 1) + ",\"" + field + "\":" + json + "}", claims());
    }

    private void realButNotForUs() {
        JsonNode signIn = world.keycloak().signIn("operator", "operator");
        tokens.put("a refresh token", signIn.path("refresh_token").asString());
        tokens.put("an ID token", signIn.path("id_token").asString());
        tokens.put("of the master realm", world.keycloak().ofMaster());
        Keycloak.Client other = world.keycloak().newClient(World.word(), World.word(), Map.of(), "basic", "roles");
        world.keycloak().grant(other.account(), "operator");
        tokens.put("for another audience", world.keycloak().client(other.id(), other.secret()));
        tokens.put("ended", world.actors.token(Actors.EXPIRED));
    }

    private void malformed() {
        String real = world.actors.token("operator");
        tokens.put("not a token", "nonsense");
        tokens.put("dots", "...");
        tokens.put("a UUID", UUID.randomUUID().toString());
        tokens.put("cut in the middle", real.substring(0, real.length() / 2));
        tokens.put("doubled", real + real);
        tokens.put("five parts", real + ".x.y");
        tokens.put("not base64", real.replace('.', '!'));
        tokens.put("claims that are no object", operator()[0] + "." + Jose.encode("[]") + "." + operator()[2]);
        tokens.put("claims nested deep", operator()[0] + "." + Jose.encode("[".repeat(2000)) + "." + operator()[2]);
        tokens.put("long", "x".repeat(9000));
    }
}
