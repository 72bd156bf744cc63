/** A service's jar made quick to start: extracted, with an AOT cache from a training run. */
@NullMarked
package io.niaga.localstack.image;

import org.jspecify.annotations.NullMarked;
