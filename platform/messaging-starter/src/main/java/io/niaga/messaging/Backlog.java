package io.niaga.messaging;

import java.util.List;

/** What an aggregate has still to tell, and the number of its last event. */
record Backlog(List<Pending> events, long outboxSeq) {
    /** How many events may wait in one document. */
    static final int MOST = 64;
}
