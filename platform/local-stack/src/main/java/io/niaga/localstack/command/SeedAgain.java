package io.niaga.localstack.command;

import io.niaga.localstack.seed.Seed;
import io.niaga.localstack.seed.SeedFailed;
import io.niaga.localstack.stack.Progress;
import io.niaga.localstack.stack.Stack;
import java.io.PrintStream;

/** {@code ./niaga seed}: makes what the demo store lacks in a stack that runs. */
final class SeedAgain {
    private final Stack stack;
    private final PrintStream out;

    SeedAgain(Stack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    int run(Options options) {
        options.requireNoNames();
        if (!stack.probe("gateway").ready()) {
            out.println("The demo store goes in through the gateway, which does not serve: ./niaga up first.");
            return 1;
        }
        try {
            new Seed(stack.ports(), new Progress(out)::say).run();
            return 0;
        } catch (SeedFailed e) {
            out.println(e.getMessage());
            return 1;
        }
    }
}
