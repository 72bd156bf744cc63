package io.niaga.localstack.command;

import io.niaga.localstack.secrets.Secrets;
import io.niaga.localstack.stack.Stack;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/**
 * {@code ./niaga compose-env [file]}: writes this stack's secrets where compose ({@code .env}) or an overlay reads them.
 *
 * <p>The file is its owner's alone and is never in git.
 */
final class ComposeEnv {
    private final Stack stack;
    private final PrintStream out;

    ComposeEnv(Stack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    int run(List<String> names) throws IOException {
        Path file = stack.home().root().resolve(names.isEmpty() ? ".env" : names.getFirst());
        Secrets.keptIn(stack.home().secrets());
        Path fresh =
                Secrets.writable(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        Files.write(fresh, Files.readAllBytes(stack.home().secrets()));
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        out.println("Wrote " + Secrets.names().size() + " secrets to " + file + ".");
        return 0;
    }
}
