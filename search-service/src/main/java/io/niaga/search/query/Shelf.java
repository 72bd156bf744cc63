package io.niaga.search.query;

/** Where products on sale are found. What was told two seconds ago is found; nothing can be before the index is built (503). */
public interface Shelf {
    Found find(Question question);
}
