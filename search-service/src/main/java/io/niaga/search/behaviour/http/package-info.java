/** Behaviour over HTTP. */
@NullMarked
package io.niaga.search.behaviour.http;

import org.jspecify.annotations.NullMarked;
