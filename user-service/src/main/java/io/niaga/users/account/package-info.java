/** Accounts: registration, profile and addresses. Passwords and sign-in belong to the identity server. */
@NullMarked
package io.niaga.users.account;

import org.jspecify.annotations.NullMarked;
