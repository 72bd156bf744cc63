package io.niaga.search.query.lucene;

import java.io.IOException;

/** A filter within one segment. Asked with ever higher documents; {@code product} is the variant's own. */
@FunctionalInterface
interface Condition {
    boolean holds(int variant, int product) throws IOException;
}
