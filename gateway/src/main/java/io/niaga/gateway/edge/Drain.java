package io.niaga.gateway.edge;

import java.time.Duration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * What happens first when the gateway is told to stop: it says that it is not ready, goes on serving for a while, and ends
 * each connection with its next answer.
 */
public final class Drain implements SmartLifecycle {
    private final ApplicationContext context;
    private final Duration time;
    private volatile boolean running;
    private volatile boolean draining;

    public Drain(ApplicationContext context, Duration time) {
        this.context = context;
        this.time = time;
    }

    /** Whether answers are the last ones of their connections. */
    boolean isDraining() {
        return draining;
    }

    /** Before the web server and everything else. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (!time.isPositive()) {
            return;
        }
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        draining = true;
        try {
            Thread.sleep(time);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
