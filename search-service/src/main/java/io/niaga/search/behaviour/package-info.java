/**
 * What visitors do, taken in with their consent and told as it happened. It decides what may be kept of it: nothing without
 * consent, nothing that names a person by itself, nothing about products that are not on sale.
 */
@NullMarked
package io.niaga.search.behaviour;

import org.jspecify.annotations.NullMarked;
