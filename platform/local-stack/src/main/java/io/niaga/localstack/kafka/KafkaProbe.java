package io.niaga.localstack.kafka;

import io.niaga.localstack.process.Probe;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Ready when the topics exist (the ready file says so) and the broker tells its protocol versions. */
public record KafkaProbe(int port, Path readyFile) implements Probe {
    private static final int PATIENCE = 1500;
    private static final int API_VERSIONS = 18;
    private static final int CORRELATION = 4711;

    @Override
    public boolean ready() {
        return Files.exists(readyFile) && answers();
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(10);
            out.writeShort(API_VERSIONS);
            out.writeShort(0);
            out.writeInt(CORRELATION);
            out.writeShort(-1);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            in.readInt();
            return in.readInt() == CORRELATION && in.readShort() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
