package io.niaga.search.index.lucene;

import io.niaga.search.index.Categories;
import org.apache.lucene.search.IndexSearcher;

/** What readers see between two refreshes. */
public record View(IndexSearcher searcher, Categories categories) {}
