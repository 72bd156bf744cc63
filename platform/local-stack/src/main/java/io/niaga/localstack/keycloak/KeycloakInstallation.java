package io.niaga.localstack.keycloak;

import io.niaga.localstack.home.Folders;
import io.niaga.localstack.home.Home;
import io.niaga.localstack.process.LogFile;
import io.niaga.localstack.process.Tools;
import io.niaga.localstack.topology.Topology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Keycloak unpacked and built once.
 *
 * @param distribution the zip from the Maven repository
 */
public record KeycloakInstallation(Home home, Path distribution) {
    private static final String BUILT = ".built";

    public String version() {
        return distribution
                .getFileName()
                .toString()
                .replace("keycloak-quarkus-dist-", "")
                .replace(".zip", "");
    }

    public Path folder() {
        return home.path().resolve("keycloak-" + version());
    }

    public boolean isReady() {
        return Files.exists(folder().resolve(BUILT));
    }

    /** Unpacks and builds when that has not been done; a half-done one is done again. */
    public void prepare(Tools tools) {
        if (isReady()) {
            return;
        }
        Folders.delete(folder());
        try {
            unpack();
            LogFile log = new LogFile(home.logs().resolve("keycloak-build.log"));
            tools.run("Keycloak's build", KeycloakCommand.java(folder(), build()), Map.of(), log);
            Files.createFile(folder().resolve(BUILT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> build() {
        return List.of(
                "build",
                "--db=dev-file",
                "--health-enabled=true",
                "--metrics-enabled=false",
                "--features-disabled=kerberos,organization,twitter-broker");
    }

    private void unpack() throws IOException {
        Path parent = Files.createDirectories(folder().getParent());
        try (ZipFile zip = new ZipFile(distribution.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                Path target = parent.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder())) {
                    throw new IOException(
                            distribution + " holds " + entry.getName() + ", which does not belong there.");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip.getInputStream(entry), target);
                }
            }
        }
    }

    /**
     * Puts the realm as code where the server imports it from when it does not have it yet.
     *
     * @return whether the realm that the server has, or is about to import, is the one of the checkout
     */
    public boolean provideRealm() {
        try {
            Path target = Files.createDirectories(folder().resolve("data/import"));
            CRC32 sum = new CRC32();
            for (Path file : home.realm()) {
                sum.update(Files.readAllBytes(file));
                Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
            return isImported(Long.toHexString(sum.getValue()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The data folder remembers which realm it began with. */
    private boolean isImported(String sum) throws IOException {
        Path data = Files.createDirectories(home.data(Topology.KEYCLOAK));
        Path imported = data.resolve("realm.crc");
        if (Files.notExists(imported)) {
            Files.writeString(imported, sum);
        }
        return Files.readString(imported).equals(sum);
    }
}
