/** A real identity server from its Maven artifact, and the realm it imports. */
@NullMarked
package io.niaga.localstack.keycloak;

import org.jspecify.annotations.NullMarked;
