/** The formats of product files: CSV and newline-delimited JSON. */
@NullMarked
package io.niaga.catalog.exchange.csv;

import org.jspecify.annotations.NullMarked;
