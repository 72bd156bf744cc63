/** What is sold: products with variants, prices, texts and media; who may change which field; when buyers see it. */
@NullMarked
package io.niaga.catalog.product;

import org.jspecify.annotations.NullMarked;
