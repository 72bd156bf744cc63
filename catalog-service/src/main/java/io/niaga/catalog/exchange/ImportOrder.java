package io.niaga.catalog.exchange;

import io.niaga.types.Actor;
import io.niaga.types.StoreId;

/**
 * What was asked for.
 *
 * @param by with the rights held then: the work is done in their name
 * @param publish whether products are published with what is imported
 * @param upload where the file is kept
 */
public record ImportOrder(
        StoreId store, Actor.Person by, FileFormat format, FileMapping mapping, boolean publish, String upload) {}
