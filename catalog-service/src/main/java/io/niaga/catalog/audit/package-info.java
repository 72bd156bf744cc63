/** What staff changed, as every feature tells it. */
@NullMarked
package io.niaga.catalog.audit;

import org.jspecify.annotations.NullMarked;
