/**
 * The facts that services tell each other: versioned records with constant wire names, one package per owning service.
 *
 * <p>Adding an optional field keeps the version; anything else is a new type beside the old. Ids, amounts and lines only:
 * never a name, mail, phone or address.
 */
@NullMarked
package io.niaga.events;

import org.jspecify.annotations.NullMarked;
