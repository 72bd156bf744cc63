package io.niaga.types;

/**
 * Which state of an aggregate was loaded: its version, the number of its last event, and whether all its events are out.
 * Aggregates carry it from load to save without looking inside; {@link #version()} is also the ETag.
 */
public record Revision(long version, long outboxSeq, boolean outboxEmpty) {
    /** Of an aggregate that was not saved yet. */
    public static final Revision NEW = new Revision(0, 0, true);
}
