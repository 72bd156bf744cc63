package io.niaga.audit;

import tools.jackson.databind.JsonNode;

/** What callers see: the answers of the gateway. */
@FunctionalInterface
interface Api {
    /**
     * Asks as an operator.
     *
     * @throws ApiFailed when there is no answer, or not the wanted one
     */
    JsonNode get(String path);

    /** An answer that could not be had; what depends on it is not judged. */
    final class ApiFailed extends RuntimeException {
        ApiFailed(String why) {
            super(why);
        }
    }
}
