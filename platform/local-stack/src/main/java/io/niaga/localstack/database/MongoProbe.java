package io.niaga.localstack.database;

import io.niaga.localstack.process.Probe;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Ready when a server answers {@code ping} over the MongoDB wire protocol. */
public record MongoProbe(String host, int port) implements Probe {
    private static final int PATIENCE = 1500;
    private static final int OP_MSG = 2013;
    private static final int HEADER = 16;

    @Override
    public boolean ready() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(ping());
            return socket.getInputStream().readNBytes(HEADER).length == HEADER;
        } catch (IOException e) {
            return false;
        }
    }

    /** {@code {ping: 1, $db: "admin"}} as one OP_MSG. */
    private static byte[] ping() {
        ByteBuffer document = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
        document.putInt(30);
        document.put((byte) 0x10)
                .put("ping\0".getBytes(StandardCharsets.US_ASCII))
                .putInt(1);
        document.put((byte) 0x02).put("$db\0".getBytes(StandardCharsets.US_ASCII));
        document.putInt(6).put("admin\0".getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
        int length = HEADER + 5 + document.capacity();
        ByteBuffer message = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        message.putInt(length).putInt(1).putInt(0).putInt(OP_MSG).putInt(0).put((byte) 0);
        return message.put(document.array()).array();
    }
}
