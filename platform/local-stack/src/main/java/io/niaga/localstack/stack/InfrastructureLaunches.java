package io.niaga.localstack.stack;

import io.niaga.localstack.database.Database;
import io.niaga.localstack.home.RuntimeClassPath;
import io.niaga.localstack.kafka.KafkaProcess;
import io.niaga.localstack.process.JavaCommand;
import io.niaga.localstack.process.Launch;
import io.niaga.localstack.topology.Jit;
import io.niaga.localstack.topology.Topology;
import io.niaga.store.EmbeddedStoreMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.AppInfoParser;

/** How broker and database of a stack are launched. */
final class InfrastructureLaunches {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private final Stack stack;
    private final Jit jit;

    /** @param jit how broker and database are compiled: C2 costs more to start, and half to two thirds to run */
    InfrastructureLaunches(Stack stack, Jit jit) {
        this.stack = stack;
        this.jit = jit;
    }

    Launch kafka() {
        JavaCommand command = new JavaCommand(stack.home().path(), Topology.KAFKA);
        List<String> arguments = java("192m", KafkaProcess.class);
        arguments.addAll(List.of(
                String.valueOf(stack.ports().kafka()),
                String.valueOf(stack.ports().kafkaController()),
                stack.home().data(Topology.KAFKA).toString(),
                stack.kafkaReady().toString()));
        return launch(Topology.KAFKA, AppInfoParser.getVersion(), command.marker(), command.of(arguments));
    }

    /** The ready file belongs to the run before; a broker that starts must not be taken for it. */
    void forgetKafka() {
        try {
            Files.deleteIfExists(stack.kafkaReady());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Launch database() {
        return switch (stack.database()) {
            case Database.Embedded embedded -> embedded();
            case Database.Installed installed -> installed(installed.program());
            case Database.External external ->
                throw new IllegalStateException(external.described() + " is not started here.");
        };
    }

    private Launch embedded() {
        JavaCommand command = new JavaCommand(stack.home().path(), Topology.DATABASE_NAME);
        List<String> arguments = java("256m", EmbeddedStoreMain.class);
        Path file = data().resolve("niaga.store");
        arguments.addAll(List.of("--file=" + file, "--port=" + stack.ports().database()));
        return launch(Topology.DATABASE_NAME, version(), command.marker(), command.of(arguments));
    }

    private static String version() {
        String version = EmbeddedStoreMain.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }

    private Launch installed(Path program) {
        String folder = data().toString();
        List<String> command = List.of(
                program.toString(),
                "--dbpath",
                folder,
                "--port",
                String.valueOf(stack.ports().database()),
                "--bind_ip",
                "127.0.0.1",
                "--wiredTigerCacheSizeGB",
                "0.25");
        return launch(Topology.DATABASE_NAME, "mongod", folder, command);
    }

    /** A mongod and the embedded store do not read each other's files. */
    private Path data() {
        String kind = stack.database() instanceof Database.Embedded ? "store" : "mongod";
        try {
            return Files.createDirectories(stack.home().data(kind));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> java(String heap, Class<?> main) {
        List<String> arguments = new ArrayList<>(List.of(
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xms32m",
                "-Xmx" + heap,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dlogback.configurationFile=io/niaga/localstack/logback.xml",
                "-cp",
                RuntimeClassPath.of(stack.home()),
                main.getName()));
        if (jit == Jit.C1) {
            arguments.addFirst("-XX:TieredStopAtLevel=1");
        }
        return arguments;
    }

    private Launch launch(String name, String version, String marker, List<String> command) {
        return new Launch(name, stack.port(name), version, marker, command, Map.of(), PATIENCE, stack.probe(name));
    }
}
