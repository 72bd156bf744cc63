package io.niaga.search.index.lucene;

import io.niaga.search.text.Fold;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.util.BytesRef;

/**
 * The attributes of one product and its variants, as facet values. Within a product, spellings of a value that differ in case
 * alone become one; the first is shown.
 */
final class Attributes {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_VALUE = 200;
    /** They are filters and facets of their own kind. */
    private static final Set<String> RESERVED = Set.of("price", "category", "availability");

    private final Map<String, String> spellings = new HashMap<>();

    void add(Document to, String name, String value) {
        String shown = Fold.plain(value);
        String folded = Fold.of(name);
        if (folded.isEmpty() || shown.isEmpty() || folded.length() > LONGEST_NAME || shown.length() > LONGEST_VALUE) {
            return;
        }
        if (!RESERVED.contains(folded)) {
            String key = Fold.of(shown);
            String spelling = spellings.computeIfAbsent(folded + Fields.FORMS + key, k -> shown);
            to.add(new SortedSetDocValuesField(Fields.attribute(folded), new BytesRef(key + Fields.FORMS + spelling)));
        }
    }
}
