/** Where one local stack keeps its files. */
@NullMarked
package io.niaga.localstack.home;

import org.jspecify.annotations.NullMarked;
