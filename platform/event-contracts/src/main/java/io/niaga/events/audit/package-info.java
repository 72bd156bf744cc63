/** What every service tells about writes of staff, partners and the system. */
@NullMarked
package io.niaga.events.audit;

import org.jspecify.annotations.NullMarked;
