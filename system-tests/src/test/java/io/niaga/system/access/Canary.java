package io.niaga.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.testsupport.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicInteger;

/** A listener that nobody has a reason to call; counts who does. */
final class Canary implements AutoCloseable {
    private final ServerSocket socket;
    private final AtomicInteger visits = new AtomicInteger();

    Canary() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                socket.accept().close();
                visits.incrementAndGet();
            } catch (SocketException closed) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** Nobody called; and whoever had would have been counted. */
    void assertUnvisited() {
        assertThat(visits).as("calls to an address that somebody handed in").hasValue(0);
        try {
            new Socket(socket.getInetAddress(), port()).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Eventually.eventually(() -> assertThat(visits).hasValue(1));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
