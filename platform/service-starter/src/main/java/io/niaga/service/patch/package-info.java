/** What a JSON merge patch makes of a resource, and which fields that changes. */
@NullMarked
package io.niaga.service.patch;

import org.jspecify.annotations.NullMarked;
