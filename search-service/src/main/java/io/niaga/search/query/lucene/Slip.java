package io.niaga.search.query.lucene;

/** How a word was misspelt, and how easily that happens, compared with hitting another letter. */
enum Slip {
    /** Two neighbours changed places. */
    SWAPPED(6),
    /** A letter is missing, or one is too many. */
    LENGTH(3),
    /** Another letter, or more than one thing. */
    OTHER(1);

    private final int likelihood;

    Slip(int likelihood) {
        this.likelihood = likelihood;
    }

    int likelihood() {
        return likelihood;
    }

    static Slip of(String typed, String meant) {
        int first = 0;
        int shorter = Math.min(typed.length(), meant.length());
        while (first < shorter && typed.charAt(first) == meant.charAt(first)) {
            first++;
        }
        if (typed.length() != meant.length()) {
            String longer = typed.length() > meant.length() ? typed : meant;
            String other = longer.equals(typed) ? meant : typed;
            boolean oneMore = longer.length() == other.length() + 1
                    && longer.substring(first + 1).equals(other.substring(first));
            return oneMore ? LENGTH : OTHER;
        }
        boolean swapped = first + 1 < typed.length()
                && typed.charAt(first) == meant.charAt(first + 1)
                && typed.charAt(first + 1) == meant.charAt(first)
                && typed.substring(first + 2).equals(meant.substring(first + 2));
        return swapped ? SWAPPED : OTHER;
    }
}
