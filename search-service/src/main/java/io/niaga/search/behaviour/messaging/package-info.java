/** Behaviour as events, told without an aggregate. */
@NullMarked
package io.niaga.search.behaviour.messaging;

import org.jspecify.annotations.NullMarked;
