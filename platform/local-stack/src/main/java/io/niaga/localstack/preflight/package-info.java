/** What is checked before anything is started. JDK only: it also runs from source, before the first build. */
@NullMarked
package io.niaga.localstack.preflight;

import org.jspecify.annotations.NullMarked;
