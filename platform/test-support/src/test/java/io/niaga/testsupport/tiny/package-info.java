@NullMarked
package io.niaga.testsupport.tiny;

import org.jspecify.annotations.NullMarked;
