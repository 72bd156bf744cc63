package io.niaga.localstack.command;

import io.niaga.localstack.process.StartFailed;
import io.niaga.localstack.seed.Seed;
import io.niaga.localstack.seed.SeedFailed;
import io.niaga.localstack.stack.BringUp;
import io.niaga.localstack.stack.Progress;
import io.niaga.localstack.stack.Stack;
import io.niaga.localstack.stack.Training;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code ./niaga up}: brings everything up, then says what there is. */
final class Up {
    private final Stack stack;
    private final Path keycloakZip;
    private final Map<String, String> environment;
    private final PrintStream out;
    private String failure = "";

    Up(Stack stack, Path keycloakZip, Map<String, String> environment, PrintStream out) {
        this.stack = stack;
        this.keycloakZip = keycloakZip;
        this.environment = environment;
        this.out = out;
    }

    int run(Options options) {
        options.requireNoNames();
        List<String> wanted = BringUp.wanted(stack, options.only(), options.without());
        boolean seeding = !options.has("--no-seed") && wanted.equals(stack.names());
        Progress progress = new Progress(out);
        out.println("Niaga starts; files in " + stack.home().path() + ", database: "
                + stack.database().described());
        try {
            List<String> findings = new BringUp(stack, keycloakZip, environment, progress)
                    .run(wanted, () -> failure = seeding ? seed(progress) : "");
            if (!findings.isEmpty()) {
                findings.forEach(out::println);
                out.println("Nothing was started.");
                return 1;
            }
        } catch (StartFailed e) {
            out.println(e.getMessage());
            e.logEnd().forEach(line -> out.println("  | " + line));
            out.println("Everything that was started with it has been stopped.");
            return 1;
        }
        if (!options.has("--no-training")) {
            new Training(stack, environment).begin(wanted);
        }
        return finished(options, progress);
    }

    private int finished(Options options, Progress progress) {
        if (options.has("--timings")) {
            progress.phases().forEach(out::println);
            new Summary(stack, out).memory();
        }
        new Summary(stack, out).print(progress.elapsed());
        if (failure.isEmpty()) {
            return 0;
        }
        out.println(failure);
        out.println("All processes run, but the demo store is not complete; ./niaga seed tries again.");
        return 1;
    }

    /** What went wrong, empty when nothing did; a demo store that cannot be made does not take the stack down. */
    private String seed(Progress progress) {
        try {
            new Seed(stack.ports(), progress::say).run();
            return "";
        } catch (SeedFailed e) {
            return String.valueOf(e.getMessage());
        }
    }
}
