/** What happens to every request before and after it is passed on: limits, quotas, breakers, ids, problems. */
@NullMarked
package io.niaga.gateway.edge;

import org.jspecify.annotations.NullMarked;
