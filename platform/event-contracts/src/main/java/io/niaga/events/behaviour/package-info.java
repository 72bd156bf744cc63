/**
 * What consenting visitors do, told by search-service. There is no aggregate: the key is the session, an event's id is derived
 * from what happened, so the same thing told twice has one id; sequences do not rise.
 */
@NullMarked
package io.niaga.events.behaviour;

import org.jspecify.annotations.NullMarked;
