/**
 * The promises, while the system is being broken: nothing oversold, no order lost or doubled, money captured once, every
 * event told. A quick slice runs always, everything with {@code ./mvnw -Pproofs verify}; each prints its seed.
 */
@NullMarked
package io.niaga.system.proofs;

import org.jspecify.annotations.NullMarked;
