package io.niaga.reporting.sales;

import java.util.List;

/** Facts and days built anew beside those that are read. */
public interface SalesRebuild {
    /**
     * How the two differ.
     *
     * @param orders how many were compared; {@code days} likewise
     * @param differing how many orders and days are not the same
     * @param examples the first of them
     */
    record Difference(long orders, long days, long differing, List<String> examples) {
        public Difference {
            examples = List.copyOf(examples);
        }
    }

    /** Empty, to be filled. */
    OrderFacts begin();

    Difference compare();

    /** Puts the facts that differ in the place of those that are read, and lets their days be folded again. */
    void adopt();

    /** Forgets what was built. */
    void end();
}
