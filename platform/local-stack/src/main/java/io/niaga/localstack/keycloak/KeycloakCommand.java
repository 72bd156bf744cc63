package io.niaga.localstack.keycloak;

import io.niaga.localstack.process.JavaCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Keycloak as a plain Java program: the same process on every system, no shell script in between. */
final class KeycloakCommand {
    private static final List<String> OPENED =
            List.of("java.util", "java.util.concurrent", "java.security", "java.lang");

    private KeycloakCommand() {}

    static List<String> java(Path folder, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(JavaCommand.java()));
        command.addAll(arguments(folder, arguments));
        return command;
    }

    static List<String> arguments(Path folder, List<String> arguments) {
        Stream<String> opened = OPENED.stream().map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED");
        Stream<String> options = Stream.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + folder,
                "-Xms64m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseCompactObjectHeaders",
                "-cp",
                folder.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        return Stream.of(opened, options, arguments.stream())
                .flatMap(part -> part)
                .toList();
    }
}
