/** The sample's calls to another service. */
@NullMarked
package io.niaga.service.sample.clients;

import org.jspecify.annotations.NullMarked;
