package io.niaga.localstack.topology;

import java.util.Map;

/**
 * Every port of one local stack.
 *
 * <p>{@code NIAGA_PORT_BASE} is the gateway's port; the distance to its usual 8080 is added to all others.
 */
public record Ports(int base) {
    private static final int USUAL_BASE = 8080;
    private static final int LOWEST = 1024;
    private static final int HIGHEST = 46_000;

    public Ports {
        if (base < LOWEST || base > HIGHEST) {
            throw new IllegalArgumentException(
                    "NIAGA_PORT_BASE must be between " + LOWEST + " and " + HIGHEST + ", not " + base + ".");
        }
    }

    /** The ports that an environment asks for. */
    public static Ports from(Map<String, String> environment) {
        String base = environment.getOrDefault("NIAGA_PORT_BASE", "").strip();
        try {
            return new Ports(base.isEmpty() ? USUAL_BASE : Integer.parseInt(base));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("NIAGA_PORT_BASE must be a port number, not \"" + base + "\".", e);
        }
    }

    /** Where a port that is usually {@code usual} lies in this stack. */
    public int moved(int usual) {
        return usual + base - USUAL_BASE;
    }

    public int keycloak() {
        return moved(8180);
    }

    public int keycloakManagement() {
        return moved(9180);
    }

    public int kafka() {
        return moved(9092);
    }

    public int kafkaController() {
        return moved(9093);
    }

    public int database() {
        return moved(27_017);
    }
}
