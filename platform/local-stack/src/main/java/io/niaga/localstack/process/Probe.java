package io.niaga.localstack.process;

/** Asks a process whether it serves; answers within about a second and never throws. */
@FunctionalInterface
public interface Probe {
    boolean ready();
}
