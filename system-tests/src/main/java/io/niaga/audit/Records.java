package io.niaga.audit;

import java.util.Set;
import java.util.function.Consumer;

/** The topics. */
interface Records {
    /** Hands over every record written since the last time, in the order of each partition. */
    void read(Consumer<Told> each);

    /** The topics that have forgotten their oldest records, or may have. */
    Set<String> forgetful();
}
