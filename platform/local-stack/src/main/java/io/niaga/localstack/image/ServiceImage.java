package io.niaga.localstack.image;

import io.niaga.localstack.home.Fingerprint;
import io.niaga.localstack.home.Folders;
import io.niaga.localstack.home.Home;
import io.niaga.localstack.process.JavaCommand;
import io.niaga.localstack.process.LogFile;
import io.niaga.localstack.process.Tools;
import io.niaga.localstack.topology.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A service's jar, extracted, beside the AOT cache of its classes.
 *
 * <p>The folder is named by what the jar holds and how the JVM runs it: same content, same image, nothing to do.
 */
public final class ServiceImage {
    private final Home home;
    private final Service service;
    private final ServiceJar jar;
    private final List<String> flags;
    private final Path folder;
    private final boolean trained;

    /**
     * @param training whether an AOT cache is made where there is none; one that is there is always used
     */
    public ServiceImage(Home home, Service service, ServiceJar jar, boolean training) {
        this.home = home;
        this.service = service;
        this.jar = jar;
        this.flags = JvmFlags.of(service);
        this.folder = home.images().resolve(service.name()).resolve(name());
        this.trained = training || Files.exists(cache());
    }

    private String name() {
        try {
            long how = (String.join(" ", flags) + Runtime.version()).hashCode() & 0xffff_ffffL;
            return Long.toHexString(Fingerprint.ofJar(jar.path())) + "-" + Long.toHexString(how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String version() {
        return jar.version();
    }

    public boolean isReady() {
        return Files.exists(trained ? cache() : application());
    }

    /** Extracts and trains where that has not been done; images of older jars are deleted. */
    public void prepare(Tools tools, Map<String, String> environment) {
        if (isReady()) {
            return;
        }
        deleteOthers();
        if (!Files.exists(application())) {
            extract(tools);
        }
        if (trained) {
            train(tools, environment);
        }
    }

    private void extract(Tools tools) {
        Path fresh = folder.resolveSibling("extracting");
        Folders.delete(fresh);
        Folders.delete(folder);
        tools.run(
                service.name() + "'s extraction",
                List.of(
                        JavaCommand.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djarmode=tools",
                        "-jar",
                        jar.path().toString(),
                        "extract",
                        "--destination",
                        fresh.toString()),
                Map.of(),
                log("extraction"));
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the service until its context stands, on ports of no consequence; the JVM writes the cache as it ends. */
    private void train(Tools tools, Map<String, String> environment) {
        Path fresh = folder.resolve("training.aot");
        List<String> command = new ArrayList<>(List.of(JavaCommand.java()));
        command.addAll(flags);
        // The cache holds no compiled code: C1 makes the same one for a third less.
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:AOTCacheOutput=" + fresh);
        command.add("-Dspring.context.exit=onRefresh");
        command.addAll(List.of("-jar", application().toString()));
        Map<String, String> portless = new HashMap<>(environment);
        portless.put("SERVER_PORT", "0");
        portless.put("MANAGEMENT_SERVER_PORT", "0");
        portless.computeIfPresent(
                "NIAGA_INDEX_DIRECTORY",
                (name, taken) -> folder.resolve("training-index").toString());
        tools.run(service.name() + "'s training run", command, portless, log("training"));
        try {
            Files.move(fresh, cache(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Arguments of the Java program that serves. */
    public List<String> arguments() {
        List<String> arguments = new ArrayList<>(flags);
        if (trained) {
            arguments.add("-XX:AOTCache=" + cache());
        }
        arguments.addAll(List.of("-jar", application().toString()));
        return List.copyOf(arguments);
    }

    private Path application() {
        return folder.resolve(jar.path().getFileName());
    }

    private Path cache() {
        return folder.resolve("app.aot");
    }

    private LogFile log(String kind) {
        return new LogFile(home.logs().resolve(service.name() + "-" + kind + ".log"));
    }

    private void deleteOthers() {
        try {
            Path parent = Files.createDirectories(folder.getParent());
            try (Stream<Path> images = Files.list(parent)) {
                images.filter(image -> !image.equals(folder)).forEach(Folders::delete);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
