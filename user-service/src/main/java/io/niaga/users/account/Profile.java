package io.niaga.users.account;

import org.jspecify.annotations.Nullable;

/**
 * What a person tells about themselves.
 *
 * @param name one field, as people write it
 * @param phone E.164
 * @param language BCP 47, in which we write to them
 */
public record Profile(@Nullable String name, @Nullable String phone, String language) {}
