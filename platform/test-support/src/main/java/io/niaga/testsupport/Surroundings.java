package io.niaga.testsupport;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * The environment of a service process under test, by the names that the local stack sets. A value is made when it is first
 * asked for, so a service that needs no broker starts none.
 */
final class Surroundings extends EnumerablePropertySource<Map<String, Supplier<String>>> {
    private final String database;

    private Surroundings(String database, Map<String, Supplier<String>> values) {
        super("niaga test surroundings", values);
        this.database = database;
    }

    static Surroundings fresh() {
        String database = "it_" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, Supplier<String>> values = new LinkedHashMap<>();
        values.put("spring.mongodb.database", () -> database);
        values.put("NIAGA_MONGODB_URI", TestStore::uri);
        values.put("NIAGA_KAFKA_BOOTSTRAP_SERVERS", TestBroker::bootstrapServers);
        values.put("NIAGA_INDEX_DIRECTORY", () -> "target/index-" + database);
        values.put("NIAGA_LOG_FORMAT", () -> "plain");
        identity(values);
        secrets(values);
        neighbours(values);
        return new Surroundings(database, Map.copyOf(values));
    }

    private static void identity(Map<String, Supplier<String>> values) {
        values.put("NIAGA_ISSUER", TestIdentity::issuer);
        values.put("NIAGA_JWKS_URI", TestIdentity::keySetUri);
        values.put("NIAGA_TOKEN_URI", TestIdentity::tokenUri);
        values.put("NIAGA_CLIENT_ID", () -> "${spring.application.name}");
        values.put("NIAGA_CLIENT_SECRET", () -> "of-a-test");
    }

    /** Keys of 32 bytes that open nothing outside a test. */
    private static void secrets(Map<String, Supplier<String>> values) {
        values.put(
                "NIAGA_GUEST_TOKEN_KEYS",
                () -> "Z3Vlc3QtdG9rZW4ta2V5LW9uZS1vZi1hLXRlc3QtMDE=,Z3Vlc3QtdG9rZW4ta2V5LXR3by1vZi1hLXRlc3QtMDI=");
        values.put("NIAGA_CUSTOMER_KEY", () -> "Y3VzdG9tZXIta2V5LW9mLWEtdGVzdC0zMi1ieXRlcyE=");
        values.put("NIAGA_SANDBOX_WEBHOOK_SECRET", () -> "c2FuZGJveC13ZWJob29rLXNlY3JldC1vZi1hLXRlc3Q=");
        values.put("NIAGA_SANDBOX_ENABLED", () -> "true");
    }

    private static void neighbours(Map<String, Supplier<String>> values) {
        for (String name : Neighbours.SERVICES) {
            values.put("NIAGA_" + name.toUpperCase(java.util.Locale.ROOT) + "_URL", () -> Neighbours.url(name));
        }
        values.put("NIAGA_KEYCLOAK_ADMIN_URL", () -> Neighbours.url("keycloak") + "/admin/realms/niaga");
        values.put("NIAGA_WEBHOOK_BASE_URL", () -> Neighbours.url(Neighbours.SELF));
    }

    String database() {
        return database;
    }

    @Override
    public String[] getPropertyNames() {
        return source.keySet().toArray(String[]::new);
    }

    @Override
    public @Nullable Object getProperty(String name) {
        Supplier<String> value = source.get(name);
        return value == null ? null : value.get();
    }
}
