package io.niaga.localstack.seed;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The demo assortment: one variant a line, in the form that the import of products takes. */
record DemoProducts(List<String> lines) {

    static DemoProducts read() {
        return new DemoProducts(Resource.text("products.ndjson")
                .lines()
                .filter(line -> !line.isBlank())
                .toList());
    }

    /** Those whose SKU fulfils the condition. */
    DemoProducts where(Predicate<String> sku) {
        return new DemoProducts(
                lines.stream().filter(line -> sku.test(field(line, "sku"))).toList());
    }

    /** How many products the variants make. */
    int products() {
        Set<String> keys = lines.stream().map(line -> field(line, "product")).collect(Collectors.toSet());
        return keys.size();
    }

    String body() {
        return String.join("\n", lines) + "\n";
    }

    private static String field(String line, String name) {
        return JsonMapper.shared().readTree(line).path(name).asString();
    }
}
