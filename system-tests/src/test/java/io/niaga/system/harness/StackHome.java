package io.niaga.system.harness;

import io.niaga.localstack.command.Launcher;
import io.niaga.localstack.stack.Stack;
import io.niaga.testsupport.Repository;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the system under test lives, and the launcher that works on it: the one of {@code ./niaga}, with a folder and ports
 * of its own, so that it and a running stack do not disturb each other.
 *
 * @param folder what the stack writes
 * @param portBase the gateway's port
 */
record StackHome(Path folder, int portBase) {
    private static final Path ROOT = Repository.root();
    private static final Path KEYCLOAK = ROOT.resolve("platform/local-stack/target/run/keycloak-zip");

    /** The folder in this module's {@code target}; what was kept running there keeps its ports. */
    static StackHome chosen() {
        Path folder = ROOT.resolve("system-tests/target/home");
        Path remembered = folder.resolve("port-base");
        try {
            Files.createDirectories(folder);
            int base = SystemStack.KEPT && Files.exists(remembered)
                    ? Integer.parseInt(Files.readString(remembered))
                    : FreePorts.base();
            Files.writeString(remembered, String.valueOf(base));
            return new StackHome(folder, base);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stack stack() {
        return Stack.of(ROOT, environment());
    }

    /**
     * The variables the launcher sees. A MongoDB of the caller's is not among them: its databases would be shared; an
     * installed {@code mongod} is used.
     */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        for (String name : List.of("PATH", "NIAGA_MONGOD")) {
            String value = System.getenv(name);
            if (value != null) {
                environment.put(name, value);
            }
        }
        environment.put("NIAGA_HOME", folder.toString());
        environment.put("NIAGA_PORT_BASE", String.valueOf(portBase));
        environment.put("NIAGA_JIT", "C1");
        return environment;
    }

    /** Does what {@code ./niaga words} does and gives what it said; when it fails, that is an error with all of it. */
    String niaga(Map<String, String> more, String... words) {
        KeptLogs.keep(stack().home().logs());
        Map<String, String> environment = environment();
        environment.putAll(more);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int outcome = new Launcher(ROOT, keycloakZip(), environment, out).run(List.of(words));
        if (outcome != 0) {
            throw new AssertionError("./niaga " + String.join(" ", words) + " ended with " + outcome + ":\n"
                    + said.toString(StandardCharsets.UTF_8));
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    static Path keycloakZip() {
        try {
            return Path.of(Files.readString(KEYCLOAK).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("platform/local-stack has not been packaged", e);
        }
    }

    static Path root() {
        return ROOT;
    }
}
