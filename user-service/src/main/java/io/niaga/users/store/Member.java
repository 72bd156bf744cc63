package io.niaga.users.store;

import io.niaga.types.Role;
import io.niaga.types.UserId;
import io.niaga.users.account.Directory;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Someone who works in a store.
 *
 * @param person null when the identity server knows them no more
 */
public record Member(UserId id, Set<Role> roles, Directory.@Nullable Person person) {}
