package io.niaga.system.access;

import io.niaga.testsupport.Answer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One line of the table: an operation on a certain resource, and who may.
 *
 * @param call the operation as the API document names it, {@code PUT /v1/stock/{sku}}
 * @param of whose resource it is, when that matters
 * @param to the path to call, with fixtures in braces
 * @param body what is sent, with fixtures in braces; null for none
 * @param headers more of them, with fixtures in braces
 * @param match the path whose {@code ETag} is sent as {@code If-Match}; empty for none
 * @param may who is let in
 * @param hidden who is told that there is nothing: 404
 * @param empty who is shown a list with nothing in it
 * @param refused what everybody else is answered who shows a token
 * @param conflict everybody who is let in is refused by a rule: 409
 */
record Row(
        String call,
        String of,
        String to,
        @Nullable JsonNode body,
        Map<String, String> headers,
        String match,
        Set<String> may,
        Set<String> hidden,
        Set<String> empty,
        int refused,
        boolean conflict) {
    String method() {
        return call.substring(0, call.indexOf(' '));
    }

    /** Whether somebody may send its body, and texts in it; an import's are lines, which {@code NaughtyIT} tries otherwise. */
    boolean isWritten() {
        return body != null && !may.isEmpty() && !call.equals("POST /v1/product-imports");
    }

    /** What an actor must be answered: 200 stands for being let in. */
    int expected(String actor) {
        if (actor.equals(Actors.EXPIRED)) {
            return 401;
        }
        if (may.contains(actor) || empty.contains(actor)) {
            return 200;
        }
        if (hidden.contains(actor)) {
            return 404;
        }
        return Actors.UNKNOWN.contains(actor) ? 401 : refused;
    }

    /** Whether an answer is what {@link #expected} says. */
    boolean fits(String actor, Answer answer) {
        int expected = expected(actor);
        int status = answer.status();
        if (empty.contains(actor)) {
            return status == 200 && answer.json("/items").isEmpty();
        }
        if (expected != 200) {
            return status == expected;
        }
        return status < 300 || status == 409;
    }

    List<String> actors(boolean letIn) {
        return Actors.ALL.stream()
                .filter(actor -> (expected(actor) == 200) == letIn)
                .toList();
    }

    @Override
    public String toString() {
        return of.isEmpty() ? call : call + " (" + of + ")";
    }
}
