package io.niaga.users.partner;

import io.niaga.types.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** A real program in every state, and everything that can be done to it. */
public final class ApiClientMachine {
    public static final List<String> STATES = List.of("MAKING", "ACTIVE", "REMOVING", "REMOVED");
    public static final List<String> MOVES =
            List.of("issue again", "renew secret", "remove", "sweep", "sweep a day on");

    private ApiClientMachine() {}

    public static String outcome(String state, String move) {
        Partners partners = in(state);
        Partners.Verbs verbs = partners.verbs();
        switch (move) {
            case "issue again" -> verbs.issue().issue(Partners.OPERATOR, Partners.ID, Partners.WANTED);
            case "renew secret" -> verbs.renew().renew(Partners.OPERATOR, Partners.ID);
            case "remove" -> verbs.remove().remove(Partners.OPERATOR, Partners.ID);
            case "sweep" -> verbs.remove().sweep();
            case "sweep a day on" -> {
                partners.now = partners.now.plus(Duration.ofHours(25));
                verbs.remove().sweep();
            }
            default -> throw new IllegalArgumentException(move);
        }
        return partners.state();
    }

    static Partners in(String state) {
        Partners partners = new Partners();
        switch (state) {
            case "MAKING" ->
                dies(partners, "after add", v -> v.issue().issue(Partners.OPERATOR, Partners.ID, Partners.WANTED));
            case "ACTIVE" -> partners.verbs().issue().issue(Partners.OPERATOR, Partners.ID, Partners.WANTED);
            case "REMOVING" -> {
                partners.verbs().issue().issue(Partners.OPERATOR, Partners.ID, Partners.WANTED);
                dies(partners, "before remove", v -> v.remove().remove(Partners.OPERATOR, Partners.ID));
            }
            case "REMOVED" -> {
                partners.verbs().issue().issue(Partners.OPERATOR, Partners.ID, Partners.WANTED);
                partners.verbs().remove().remove(Partners.OPERATOR, Partners.ID);
            }
            default -> throw new IllegalArgumentException(state);
        }
        if (!partners.state().equals(state)) {
            throw new AssertionError("could not bring it into " + state);
        }
        return partners;
    }

    private static void dies(Partners partners, String step, Consumer<Partners.Verbs> deed) {
        try {
            deed.accept(partners.breaking(step::equals));
        } catch (Dying.Crash | ProblemException dead) {
            return;
        }
        throw new AssertionError("it did not come to " + step);
    }
}
