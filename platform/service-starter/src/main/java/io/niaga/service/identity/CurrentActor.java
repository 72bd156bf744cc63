package io.niaga.service.identity;

import io.niaga.types.Actor;
import java.util.Optional;

/** The actor for whom the current thread works; none outside of a request. */
public final class CurrentActor {
    static final String ATTRIBUTE = CurrentActor.class.getName();

    private static final ThreadLocal<Actor> ACTOR = new ThreadLocal<>();

    private CurrentActor() {}

    public static Optional<Actor> get() {
        return Optional.ofNullable(ACTOR.get());
    }

    /** Does the work in the actor's name, for work that leaves the thread of its request. */
    public static void run(Actor actor, Runnable work) {
        Actor before = ACTOR.get();
        ACTOR.set(actor);
        try {
            work.run();
        } finally {
            if (before == null) {
                ACTOR.remove();
            } else {
                ACTOR.set(before);
            }
        }
    }

    static void enter(Actor actor) {
        ACTOR.set(actor);
    }

    static void leave() {
        ACTOR.remove();
    }
}
