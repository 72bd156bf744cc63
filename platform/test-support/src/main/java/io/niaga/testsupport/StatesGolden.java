package io.niaga.testsupport;

import io.niaga.types.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * The state machines of a service, as its section of {@code docs/states.md}: for each state and each move, where it leads.
 *
 * <p>{@code StatesGolden.of("order").machine("Order", states, moves, (state, move) -> …).check()}: the function brings a real
 * aggregate into the state, makes the move, and answers the name of the state it is in then. A {@link ProblemException} is
 * written as its code; an empty answer says that the move does not exist there.
 */
public final class StatesGolden {
    private static final Path PAGE = Path.of("docs/states.md");

    private final String service;
    private final List<String> tables = new ArrayList<>();

    private StatesGolden(String service) {
        this.service = service;
    }

    /** Of the service with that short name. */
    public static StatesGolden of(String service) {
        return new StatesGolden(service);
    }

    /** Adds a machine. */
    public StatesGolden machine(String name, List<String> states, List<String> moves, BinaryOperator<String> outcome) {
        List<String> head = Stream.concat(Stream.of("state"), moves.stream()).toList();
        Stream<List<String>> rows = states.stream()
                .map(state -> Stream.concat(
                                Stream.of("**" + state + "**"), moves.stream().map(move -> cell(state, move, outcome)))
                        .toList());
        tables.add("### " + name + "\n\n" + Markdown.table(head, rows));
        return this;
    }

    /** Compares the section. */
    public void check() {
        Golden.section(PAGE, service, page());
    }

    String page() {
        return String.join("\n", tables);
    }

    private static String cell(String state, String move, BinaryOperator<String> outcome) {
        try {
            String next = outcome.apply(state, move);
            return next.isEmpty() ? "" : next.equals(state) ? "=" : next;
        } catch (ProblemException refused) {
            return "`" + refused.problem().code() + "`";
        }
    }
}
