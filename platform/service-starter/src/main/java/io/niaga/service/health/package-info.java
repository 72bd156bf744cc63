/** Whether this service can do its work: its own state and its own database, never another service. */
@NullMarked
package io.niaga.service.health;

import org.jspecify.annotations.NullMarked;
