package io.niaga.testsupport;

import java.util.List;

/** A place in a service, told by the package. */
enum Room {
    /** The service's own package: application, configuration, properties. */
    TOP,
    /** A feature's nouns and verbs. */
    ROOT,
    HTTP,
    MONGO,
    MESSAGING,
    CLIENTS,
    /** Any other technology behind a port: an index, a file format, a provider. */
    TECHNOLOGY;

    private static final List<String> TECHNOLOGIES = List.of("lucene", "csv", "smtp", "keycloak", "sandbox");

    /** The room of a package, given what follows the service's own package: a feature, then perhaps a side room. */
    static Room of(List<String> segments) {
        for (int i = 0; i < segments.size(); i++) {
            Room side = side(segments.get(i), i == 0);
            if (side != ROOT) {
                return side;
            }
        }
        return segments.isEmpty() ? TOP : ROOT;
    }

    private static Room side(String segment, boolean featureItself) {
        return switch (segment) {
            case "http" -> HTTP;
            case "mongo" -> MONGO;
            case "messaging" -> MESSAGING;
            case "clients" -> CLIENTS;
            default -> TECHNOLOGIES.contains(segment) && !featureItself ? TECHNOLOGY : ROOT;
        };
    }
}
