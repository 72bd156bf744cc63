/** Calls to other services: who we are, how long we wait, and what a failure means. */
@NullMarked
package io.niaga.service.clients;

import org.jspecify.annotations.NullMarked;
