package io.niaga.search.query;

/** How well a product must fit the words; the next is tried when nothing fits. */
public enum Strictness {
    /** Every word, in one of its forms. */
    EXACT,
    /** Every word, perhaps only begun or misspelt. */
    TOLERANT,
    /** About half of the words, at least one. */
    SOME
}
