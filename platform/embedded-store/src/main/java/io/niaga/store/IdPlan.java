package io.niaga.store;

import java.util.List;
import java.util.stream.Stream;

/** The filter names the ids. */
record IdPlan(List<Object> all, boolean sorted) implements Plan {
    @Override
    public long count() {
        return all.size();
    }

    @Override
    public boolean covered() {
        return false;
    }

    @Override
    public int overhead() {
        return 0;
    }

    @Override
    public Stream<Object> ids() {
        return all.stream();
    }
}
