package io.niaga.catalog.product;

/** The localised parts of a product, with the name they have in every document and how long each text may be. */
public enum Section {
    NAME("name", 500),
    DESCRIPTION("description", 20_000),
    FUNCTION("function", 20_000),
    HOW_TO_USE("howToUse", 20_000),
    CONTENTS("contents", 20_000),
    QUALITY("quality", 20_000);

    private final String field;
    private final int longest;

    Section(String field, int longest) {
        this.field = field;
        this.longest = longest;
    }

    public String field() {
        return field;
    }

    public int longest() {
        return longest;
    }
}
