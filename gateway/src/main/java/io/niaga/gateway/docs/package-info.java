/** The API reference of all services as one page. */
@NullMarked
package io.niaga.gateway.docs;

import org.jspecify.annotations.NullMarked;
