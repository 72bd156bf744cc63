package io.niaga.localstack.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What a jar holds, as one number: the same for two builds of the same content. */
public final class Fingerprint {
    private static final int WORD = 32;

    private Fingerprint() {}

    /** Reads only the jar's directory, where the checksum of each entry stands. */
    public static long ofJar(Path jar) throws IOException {
        CRC32 names = new CRC32();
        long sums = 0;
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                names.update((entry.getName() + entry.getCrc()).getBytes(StandardCharsets.UTF_8));
                sums = sums * 31 + entry.getCrc();
            }
        }
        return (names.getValue() << WORD) ^ sums;
    }
}
