package io.niaga.localstack.topology;

import java.util.function.Function;

/**
 * Where a service finds everything else; the local stack, compose and k8s differ in nothing but this.
 *
 * @param issuer as it stands in tokens: the address people see
 * @param identity where services themselves reach the realm
 * @param identityAdministration where user-service administers the realm
 * @param webhooks base address a payment provider would call
 * @param service base address of a service, by name
 */
public record Addresses(
        String database,
        String kafka,
        String issuer,
        String identity,
        String identityAdministration,
        String webhooks,
        String indexDirectory,
        Function<String, String> service) {

    /** Addresses of one local stack. */
    public static Addresses local(Ports ports, String database, String indexDirectory) {
        String realm = ":" + ports.keycloak() + "/realms/niaga";
        return new Addresses(
                database,
                "127.0.0.1:" + ports.kafka(),
                "http://localhost" + realm,
                "http://127.0.0.1" + realm,
                "http://127.0.0.1:" + ports.keycloak() + "/admin/realms/niaga",
                "http://127.0.0.1:" + ports.base(),
                indexDirectory,
                name -> "http://127.0.0.1:" + Topology.service(name).port(ports));
    }
}
