/** How the shared types look on the wire, in the API and in events alike. */
@NullMarked
package io.niaga.events.json;

import org.jspecify.annotations.NullMarked;
