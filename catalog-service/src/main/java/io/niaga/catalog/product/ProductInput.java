package io.niaga.catalog.product;

import io.niaga.catalog.text.Slug;
import io.niaga.types.CommonProblem;
import io.niaga.types.FieldError;
import io.niaga.types.ProblemException;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What staff write.
 *
 * @param slug null: kept, or derived from the name
 */
public record ProductInput(@Nullable String slug, ProductContent content) {
    /** Throws INVALID_REQUEST with every field at fault. */
    void check(Currency currency) {
        List<FieldError> found = ContentRules.check(content, currency);
        if (slug != null && !Slug.isValid(slug)) {
            found.add(new FieldError("/slug", "SLUG_INVALID", "A slug has the letters a-z, digits and hyphens."));
        }
        if (!found.isEmpty()) {
            ProblemException refused = CommonProblem.INVALID_REQUEST.now();
            found.forEach(refused::at);
            throw refused;
        }
    }
}
