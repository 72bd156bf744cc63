@NullMarked
package io.niaga.users.partner.keycloak;

import org.jspecify.annotations.NullMarked;
