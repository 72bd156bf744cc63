package io.niaga.system.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Two sockets that say each what the other hears. */
final class Line {
    private Line() {}

    /** Calls that address and joins both; when nobody answers there, the caller's socket is closed. */
    static void between(Socket near, InetSocketAddress to) throws IOException {
        Socket far = new Socket();
        try {
            far.connect(to);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
        } catch (IOException refused) {
            near.close();
            throw refused;
        }
        Thread.ofVirtual().start(() -> pump(near, far));
        Thread.ofVirtual().start(() -> pump(far, near));
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException ended) {
            // Either end has closed; closing both is all there is to do.
        }
    }
}
