/** Products in MongoDB, one document each, and the claims on SKUs. */
@NullMarked
package io.niaga.catalog.product.mongo;

import org.jspecify.annotations.NullMarked;
