/**
 * What the tests of all services share: rules of the rooms, golden files, tokens, a fake clock, and a service started with
 * a store and a broker in memory. Test scope only; no production code here or near here.
 */
@NullMarked
package io.niaga.testsupport;

import org.jspecify.annotations.NullMarked;
