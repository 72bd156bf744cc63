package io.niaga.audit;

import java.util.List;

/** All things of a kind and what must hold of each. */
interface Area {
    /** Looks at all of them once. */
    void all(Outcome outcome);

    /** Looks at one of them again, whether it is still there or not. */
    List<Violation> again(String key);

    /** What it lacks to look, in a sentence; empty when it can. Others go on without it. */
    default String absent() {
        return "";
    }

    /** Where a first look puts what it sees. */
    interface Outcome {
        /** So many things of that name were looked at. */
        void looked(String what, long count);

        /** That thing may be wrong. */
        void suspect(String key, List<Violation> violations);
    }
}
