package io.niaga.search.query;

/** Where products on sale are found. What was told at most two seconds ago is found. */
public interface Shelf {
    Found find(Question question);
}
