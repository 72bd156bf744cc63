package io.niaga.search.behaviour;

import java.util.List;

/** Where behaviour is told. */
public interface BehaviourStream {
    /**
     * Returns once all of it is durable. Telling the same again gives events with the same ids, so a failure may be answered by
     * repeating everything. Safe for threads.
     *
     * @throws io.niaga.types.ProblemException SERVICE_UNAVAILABLE when there is no room or no acknowledgement in time
     */
    void tell(Visit visit, List<Behaviour> behaviour);
}
