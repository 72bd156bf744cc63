package io.niaga.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A TCP proxy that can be told to misbehave: {@code try (var line = FaultProxy.to(8084)) { line.stall(); … line.heal(); }}.
 *
 * <p>A change is felt by open connections too. Thread-safe; listens on a free port of this machine.
 */
public final class FaultProxy implements AutoCloseable {
    private static final int CHUNK = 16 * 1024;
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final ServerSocket entrance;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean stalled;
    private volatile boolean answersLost;
    private volatile boolean refusing;
    private volatile Witness witness = Witness.NOBODY;

    /** Sees each piece before it passes, on the thread that passes it: what it does happens before anybody hears of the piece. */
    @FunctionalInterface
    public interface Witness {
        /** Lets everything pass. */
        Witness NOBODY = (piece, length, answer) -> true;

        /** Whether the piece passes; when not, nobody ever hears of it, and its connection is cut. */
        boolean sees(byte[] piece, int length, boolean answer);
    }

    private FaultProxy(int target) throws IOException {
        this.target = target;
        this.entrance = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    /** To a port of this machine, with nothing wrong yet. */
    public static FaultProxy to(int port) {
        try {
            return new FaultProxy(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** Everything passes at once again; what stalled goes on. */
    public FaultProxy heal() {
        delay = Duration.ZERO;
        stalled = false;
        answersLost = false;
        refusing = false;
        witness = Witness.NOBODY;
        return this;
    }

    /** Shows everything that passes to a witness, until it is healed. */
    public FaultProxy watch(Witness by) {
        witness = by;
        return this;
    }

    /** Each piece of an answer comes that much later. */
    public FaultProxy delay(Duration by) {
        delay = by;
        return this;
    }

    /** Connections are taken, and nothing passes in either direction. */
    public FaultProxy stall() {
        stalled = true;
        return this;
    }

    /** Requests arrive, answers do not: the caller cannot know what was done. */
    public FaultProxy loseAnswers() {
        answersLost = true;
        return this;
    }

    /** Open connections are cut, new ones are closed as they come. */
    public FaultProxy refuse() {
        refusing = true;
        cut();
        return this;
    }

    /** Cuts the connections that are open now, once. */
    public FaultProxy cut() {
        open.forEach(FaultProxy::reset);
        return this;
    }

    private void listen() {
        while (!entrance.isClosed()) {
            try {
                Socket caller = entrance.accept();
                if (refusing) {
                    reset(caller);
                } else {
                    Thread.ofVirtual().start(() -> connect(caller));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket caller) {
        try (caller;
                Socket server = new Socket()) {
            caller.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
            open.addAll(List.of(caller, server));
            Thread requests = Thread.ofVirtual().start(() -> pump(caller, server, false));
            pump(server, caller, true);
            requests.join();
            open.removeAll(List.of(caller, server));
        } catch (IOException cut) {
            reset(caller);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pump(Socket from, Socket to, boolean answers) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                LockSupport.parkNanos(answers ? delay.toNanos() : 0);
                while (stalled && !from.isClosed()) {
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
                if (!witness.sees(chunk, read, answers)) {
                    reset(from);
                    reset(to);
                    return;
                }
                if (!answers || !answersLost) {
                    out.write(chunk, 0, read);
                    out.flush();
                }
            }
            to.shutdownOutput();
        } catch (IOException cut) {
            reset(from);
            reset(to);
        }
    }

    /** Closes without a farewell, as a dead machine does. */
    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException gone) {
            return;
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
            cut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
