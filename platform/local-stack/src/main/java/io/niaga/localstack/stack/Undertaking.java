package io.niaga.localstack.stack;

import io.niaga.localstack.process.Launch;
import io.niaga.localstack.process.Processes;
import io.niaga.localstack.process.Running;
import io.niaga.localstack.process.Tools;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything one {@code up} starts, so that it can be taken back as a whole.
 *
 * <p>Thread-safe. Once taken back or kept, it starts nothing more.
 */
final class Undertaking {
    private static final Duration GRACE = Duration.ofSeconds(15);
    private final Processes processes;
    private final Tools tools = new Tools();
    private final List<Running> started = new ArrayList<>();
    private boolean closed;

    Undertaking(Processes processes) {
        this.processes = processes;
    }

    Tools tools() {
        return tools;
    }

    synchronized Running start(Launch launch) {
        if (closed) {
            throw new IllegalStateException(launch.name() + " is not started: the start has been given up.");
        }
        Running running = processes.start(launch);
        started.add(running);
        return running;
    }

    /** All is well: what was started stays. */
    synchronized void keep() {
        closed = true;
        started.clear();
    }

    /** One that was started here and has ended by itself since. */
    synchronized Optional<Running> ended() {
        return started.stream().filter(running -> !running.pid().runs()).findFirst();
    }

    /** Whether it has been kept or taken back. */
    synchronized boolean isOver() {
        return closed;
    }

    /** Stops all that was started here and what still works for it. */
    void takeBack() {
        List<Running> mine;
        synchronized (this) {
            closed = true;
            mine = List.copyOf(started);
            started.clear();
        }
        tools.kill();
        processes.stop(mine, GRACE);
    }
}
