package io.niaga.localstack.topology;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The variables of a service process: one set of keys for the local stack, compose and k8s. */
public final class Environment {
    private final Ports ports;
    private final Addresses addresses;
    private final UnaryOperator<String> secret;

    /**
     * @param secret the value of a secret, by its name
     */
    public Environment(Ports ports, Addresses addresses, UnaryOperator<String> secret) {
        this.ports = ports;
        this.addresses = addresses;
        this.secret = secret;
    }

    /** Every variable that a service is started with, in order of name. */
    public Map<String, String> of(Service service) {
        Map<String, String> variables = new TreeMap<>();
        variables.put("SERVER_PORT", String.valueOf(service.port(ports)));
        variables.put("MANAGEMENT_SERVER_PORT", String.valueOf(service.managementPort(ports)));
        variables.put("NIAGA_LOG_FORMAT", "plain");
        variables.put("NIAGA_ISSUER", addresses.issuer());
        variables.put("NIAGA_JWKS_URI", addresses.identity() + "/protocol/openid-connect/certs");
        variables.put("NIAGA_DRAIN", "0s");
        variables.put("NIAGA_OTLP_ENDPOINT", "");
        for (Need need : service.needs()) {
            variables.putAll(of(need, service));
        }
        for (String called : service.calls()) {
            Service other = Topology.service(called + "-service");
            variables.put(other.urlVariable(), addresses.service().apply(other.name()));
        }
        return variables;
    }

    private Map<String, String> of(Need need, Service service) {
        return switch (need) {
            case CALLERS_TOKEN ->
                Map.of(
                        "NIAGA_TOKEN_URI",
                        addresses.identity() + "/protocol/openid-connect/token",
                        "NIAGA_CLIENT_ID",
                        service.name(),
                        "NIAGA_CLIENT_SECRET",
                        secret.apply(service.secretVariable()));
            case DATABASE -> Map.of("NIAGA_MONGODB_URI", addresses.database());
            case BROKER -> Map.of("NIAGA_KAFKA_BOOTSTRAP_SERVERS", addresses.kafka());
            case GUEST_TOKENS -> shared("NIAGA_GUEST_TOKEN_KEYS");
            case CUSTOMER_KEY -> shared("NIAGA_CUSTOMER_KEY");
            case SANDBOX -> Map.of("NIAGA_SANDBOX_ENABLED", "true");
            case WEBHOOKS ->
                Map.of(
                        "NIAGA_SANDBOX_WEBHOOK_SECRET",
                        secret.apply("NIAGA_SANDBOX_WEBHOOK_SECRET"),
                        "NIAGA_WEBHOOK_BASE_URL",
                        addresses.webhooks(),
                        "NIAGA_SANDBOX_PAGE_URL",
                        addresses.webhooks(),
                        "NIAGA_PAYMENT_METHODS",
                        "CARD,VIRTUAL_ACCOUNT,QRIS,E_WALLET,COD");
            case IDENTITY_ADMINISTRATION -> Map.of("NIAGA_KEYCLOAK_ADMIN_URL", addresses.identityAdministration());
            case MAIL -> Map.of("NIAGA_SMTP_URL", "");
            case INDEX -> Map.of("NIAGA_INDEX_DIRECTORY", addresses.indexDirectory());
        };
    }

    private Map<String, String> shared(String name) {
        return Map.of(name, secret.apply(name));
    }
}
