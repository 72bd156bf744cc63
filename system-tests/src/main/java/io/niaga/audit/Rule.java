package io.niaga.audit;

/** Something that must hold of one thing: a function of what was read. */
@FunctionalInterface
interface Rule<T> {
    void judge(T thing, Findings found);
}
