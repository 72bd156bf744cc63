@NullMarked
package io.niaga.reporting.conversion.mongo;

import org.jspecify.annotations.NullMarked;
