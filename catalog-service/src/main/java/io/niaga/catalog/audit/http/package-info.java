/** Merge patches on what may be written. */
@NullMarked
package io.niaga.catalog.audit.http;

import org.jspecify.annotations.NullMarked;
