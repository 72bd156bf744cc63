package io.niaga.search.index.lucene;

import io.niaga.search.index.Categories;
import org.apache.lucene.search.IndexSearcher;

/**
 * What readers see between two refreshes.
 *
 * @param generation rises with every refresh; what was read at a generation is what that generation's readers see, or newer
 */
public record View(IndexSearcher searcher, Categories categories, long generation) {}
