package io.niaga.localstack.secrets;

import io.niaga.localstack.topology.Service;
import io.niaga.localstack.topology.Topology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The secrets of one local stack by name, drawn at random once; the file is its owner's alone (0600). */
public final class Secrets {
    public static final String ADMINISTRATOR_PASSWORD = "KC_BOOTSTRAP_ADMIN_PASSWORD";
    private static final int BYTES = 32;

    private final Map<String, String> values;

    private Secrets(Map<String, String> values) {
        this.values = values;
    }

    /** Reads the file and adds what it lacks, so that a newer version's secrets appear beside the old ones. */
    public static Secrets keptIn(Path file) {
        try {
            Map<String, String> values = read(file);
            if (names().stream()
                            .filter(name -> !values.containsKey(name))
                            .peek(name -> values.put(name, drawn()))
                            .count()
                    > 0) {
                write(file, values);
            }
            return new Secrets(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every secret that the system needs. */
    public static List<String> names() {
        return Stream.concat(
                        Topology.services().stream().map(Service::secretVariable),
                        Stream.of(
                                ADMINISTRATOR_PASSWORD,
                                "GF_SECURITY_ADMIN_PASSWORD",
                                "NIAGA_CUSTOMER_KEY",
                                "NIAGA_GUEST_TOKEN_KEYS",
                                "NIAGA_SANDBOX_WEBHOOK_SECRET"))
                .sorted()
                .toList();
    }

    public String get(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No secret is called " + name + ".");
        }
        return value;
    }

    private static String drawn() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Map<String, String> read(Path file) throws IOException {
        Map<String, String> values = new TreeMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    values.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
        }
        return values;
    }

    private static void write(Path file, Map<String, String> values) throws IOException {
        Path fresh = writable(Files.createDirectories(file.toAbsolutePath().getParent()));
        Files.write(
                fresh,
                values.entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .toList());
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** A new file in that folder that nobody but its owner reads. */
    public static Path writable(Path folder) throws IOException {
        return Files.createTempFile(folder, "secrets", ".new", ownersAlone());
    }

    private static FileAttribute<?>[] ownersAlone() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
