package io.niaga.localstack.command;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.niaga.localstack.process.Running;
import io.niaga.localstack.stack.Stack;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One process as it is now.
 *
 * @param state {@code UP} serves, {@code STARTING} lives and does not serve (yet), {@code DEAD} was started and has
 *     ended by itself, {@code DOWN} is not started
 * @param residentBytes resident memory, 0 when it does not live
 */
record ProcessStatus(
        String name,
        @Nullable Long pid,
        int port,
        String state,
        long residentBytes,
        @Nullable String version) {

    static ProcessStatus of(Stack stack, String name) {
        Optional<Running> known = stack.processes().table().find(name);
        if (known.isEmpty()) {
            return new ProcessStatus(name, null, stack.port(name), "DOWN", 0, null);
        }
        Running running = known.get();
        if (!running.isAlive()) {
            return new ProcessStatus(name, null, running.port(), "DEAD", 0, running.version());
        }
        String state = stack.movedTo(running).probe(name).ready() ? "UP" : "STARTING";
        long memory = running.pid().residentBytes();
        return new ProcessStatus(name, running.pid().value(), running.port(), state, memory, running.version());
    }

    @JsonIgnore
    boolean isUp() {
        return state.equals("UP");
    }
}
