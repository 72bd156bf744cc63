package io.niaga.catalog.product.http;

import io.niaga.catalog.category.CategoryId;
import io.niaga.catalog.product.ContentRules;
import io.niaga.catalog.product.Product;
import io.niaga.catalog.product.ProductContent;
import io.niaga.catalog.product.ProductInput;
import io.niaga.catalog.product.Section;
import io.niaga.catalog.text.LocalText;
import io.niaga.catalog.text.Slug;
import io.niaga.types.CommonProblem;
import io.niaga.types.ProblemException;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is written of a product; texts by language, categories by id. */
record ProductWriteJson(
        @Nullable @Schema(pattern = Slug.PATTERN, maxLength = Slug.LONGEST)
        String slug,

        Map<String, @Nullable String> name,
        @Nullable Map<String, @Nullable String> description,
        @Nullable Map<String, @Nullable String> function,
        @Nullable Map<String, @Nullable String> howToUse,
        @Nullable Map<String, @Nullable String> contents,
        @Nullable Map<String, @Nullable String> quality,

        @Nullable @Schema(maxLength = ContentRules.LONGEST_BRAND)
        String brand,

        @Nullable @Schema(maxProperties = ContentRules.MOST_SPECIFICATIONS)
        Map<String, @Nullable String> specification,

        @Nullable @ArraySchema(maxItems = ContentRules.MOST_CATEGORIES)
        List<@Nullable String> categories,

        @Nullable @ArraySchema(maxItems = ContentRules.MOST_MEDIA)
        List<@Nullable MediaJson> media,

        @Nullable @ArraySchema(maxItems = ContentRules.MOST_VARIANTS)
        List<@Nullable VariantJson> variants) {

    static ProductWriteJson of(Product product) {
        ProductContent content = product.content();
        return new ProductWriteJson(
                product.slug(),
                Texts.of(content.name()),
                Texts.of(content.text(Section.DESCRIPTION)),
                Texts.of(content.text(Section.FUNCTION)),
                Texts.of(content.text(Section.HOW_TO_USE)),
                Texts.of(content.text(Section.CONTENTS)),
                Texts.of(content.text(Section.QUALITY)),
                content.brand(),
                Texts.of(content.specification()),
                List.copyOf(content.categories().stream().map(CategoryId::value).toList()),
                List.copyOf(content.media().stream().map(MediaJson::of).toList()),
                List.copyOf(content.variants().stream().map(VariantJson::of).toList()));
    }

    ProductInput input() {
        Map<Section, LocalText> texts = new EnumMap<>(Section.class);
        texts.put(Section.NAME, new LocalText(Given.map(name)));
        texts.put(Section.DESCRIPTION, new LocalText(Given.map(description)));
        texts.put(Section.FUNCTION, new LocalText(Given.map(function)));
        texts.put(Section.HOW_TO_USE, new LocalText(Given.map(howToUse)));
        texts.put(Section.CONTENTS, new LocalText(Given.map(contents)));
        texts.put(Section.QUALITY, new LocalText(Given.map(quality)));
        return new ProductInput(
                slug,
                new ProductContent(
                        texts,
                        brand,
                        Given.map(specification),
                        categoryIds(Given.list(categories, "/categories")),
                        Given.list(media, "/media").stream()
                                .map(MediaJson::media)
                                .toList(),
                        Given.list(variants, "/variants").stream()
                                .map(VariantJson::variant)
                                .toList()));
    }

    private static List<CategoryId> categoryIds(List<String> texts) {
        ProblemException refused = CommonProblem.INVALID_REQUEST.now();
        List<CategoryId> ids = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            try {
                CategoryId id = CategoryId.of(texts.get(i));
                if (!ids.contains(id)) {
                    ids.add(id);
                }
            } catch (IllegalArgumentException malformed) {
                refused.at("/categories/" + i, "CATEGORY_UNKNOWN", "There is no such category in this store.");
            }
        }
        if (!refused.errors().isEmpty()) {
            throw refused;
        }
        return ids;
    }
}
