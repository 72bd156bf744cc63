package io.niaga.catalog.audit;

import java.util.List;
import java.util.function.Function;

/**
 * What a change would make of something as it is now: which fields differ, then, once that is permitted, what is written.
 *
 * @param <T> what is written
 */
public interface Proposal<T> {
    /** Empty when nothing differs. */
    List<StaffWrite.FieldChange> changes();

    /** Throws when what is written could not be read. */
    T written();

    default List<String> pointers() {
        return changes().stream().map(StaffWrite.FieldChange::pointer).toList();
    }

    /** The same, writing another form of it. */
    default <R> Proposal<R> map(Function<? super T, ? extends R> form) {
        Proposal<T> from = this;
        return new Proposal<R>() {
            @Override
            public List<StaffWrite.FieldChange> changes() {
                return from.changes();
            }

            @Override
            public R written() {
                return form.apply(from.written());
            }
        };
    }

    /** Makes a proposal for something as it is now. */
    @FunctionalInterface
    interface Edit<A, T> {
        Proposal<T> on(A current);
    }
}
