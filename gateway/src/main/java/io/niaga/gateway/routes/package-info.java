/** Which service owns which public path. Services own their paths; nothing is rewritten on the way. */
@NullMarked
package io.niaga.gateway.routes;

import org.jspecify.annotations.NullMarked;
