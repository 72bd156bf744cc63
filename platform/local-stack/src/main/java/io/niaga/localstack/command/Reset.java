package io.niaga.localstack.command;

import io.niaga.localstack.home.Folders;
import io.niaga.localstack.stack.Stack;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** {@code ./niaga reset}: stops the stack and deletes its data, after a yes; secrets and prepared images stay. */
final class Reset {
    private static final long MEGABYTE = 1024 * 1024;
    private final Stack stack;
    private final PrintStream out;
    private final BufferedReader in;

    Reset(Stack stack, PrintStream out, BufferedReader in) {
        this.stack = stack;
        this.out = out;
        this.in = in;
    }

    int run(Options options) throws IOException {
        options.requireNoNames();
        Path data = stack.home().data();
        out.println("This deletes all shops, orders, accounts and events in " + data + " ("
                + Folders.size(data) / MEGABYTE + " MB).");
        if (!options.has("--yes")) {
            out.print("Type yes to go on: ");
            out.flush();
            String answer = in.readLine();
            if (!"yes".equals(answer)) {
                out.println("Nothing was deleted.");
                return 1;
            }
        }
        new Down(stack, out).run();
        Folders.delete(data);
        out.println("Deleted; the next ./niaga up starts with the demo store.");
        return 0;
    }
}
