package io.niaga.catalog.category;

import io.niaga.catalog.text.LocalText;
import io.niaga.catalog.text.Slug;
import io.niaga.catalog.text.TextRules;
import io.niaga.types.CommonProblem;
import io.niaga.types.FieldError;
import io.niaga.types.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a category.
 *
 * @param slug null: derived from the name
 * @param parent null: at the root
 */
public record CategoryInput(
        LocalText name, @Nullable String slug, @Nullable CategoryId parent, int position) {
    /** Throws INVALID_REQUEST with every field at fault. */
    void check() {
        List<FieldError> found = new ArrayList<>();
        TextRules.check(name, "/name", Category.LONGEST_NAME, found);
        if (name.isEmpty()) {
            found.add(new FieldError("/name", "REQUIRED", "A category has a name."));
        }
        if (slug != null && !Slug.isValid(slug)) {
            found.add(new FieldError("/slug", "SLUG_INVALID", "A slug has the letters a-z, digits and hyphens."));
        }
        if (position < 0 || position > Category.MOST_PER_STORE) {
            found.add(new FieldError("/position", "OUT_OF_RANGE", "From 0 to " + Category.MOST_PER_STORE + "."));
        }
        if (!found.isEmpty()) {
            ProblemException refused = CommonProblem.INVALID_REQUEST.now();
            found.forEach(refused::at);
            throw refused;
        }
    }

    /** The slug that is asked for, else one made of the name in the store's language. */
    String slug(List<String> languages) {
        return slug != null ? slug : Slug.of(name.in(languages).orElse(""), "category");
    }
}
