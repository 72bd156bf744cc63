@NullMarked
package io.niaga.users.account.keycloak;

import org.jspecify.annotations.NullMarked;
