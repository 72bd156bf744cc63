/** The one front door: who may enter, how fast, where to. It decides nothing about commerce. */
@NullMarked
package io.niaga.gateway;

import org.jspecify.annotations.NullMarked;
