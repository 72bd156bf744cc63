package io.niaga.catalog.exchange;

/** How a product file is written; UTF-8 in any case. */
public enum FileFormat {
    /** RFC 4180 with a line of headings. */
    CSV,
    /** One JSON object per line. */
    NDJSON
}
