package io.niaga.catalog.product;

import io.niaga.catalog.text.LocalText;

/** A photo or video by its address, which is kept and never fetched. */
public record Media(Type type, String url, LocalText alt) {
    /** What it is. */
    public enum Type {
        IMAGE,
        VIDEO
    }
}
