package io.niaga.localstack.process;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a process is started and recognised.
 *
 * @param marker a piece of its command line that no other process has
 * @param command what is executed; ends up readable in the process list, so it holds no secret
 * @param environment what is set on top of the caller's variables; may hold secrets
 * @param patience how long it may take until the probe says ready
 */
public record Launch(
        String name,
        int port,
        String version,
        String marker,
        List<String> command,
        Map<String, String> environment,
        Duration patience,
        Probe probe) {
    private static final int DIGITS = 16;

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Changes when the process would be started differently: then a running one is not reused. */
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(String.join("\n", command).getBytes(StandardCharsets.UTF_8));
            digest.update(new TreeMap<>(environment).toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
