/** What controllers speak of: preconditions, entity tags, pages, limits. */
@NullMarked
package io.niaga.service.http;

import org.jspecify.annotations.NullMarked;
