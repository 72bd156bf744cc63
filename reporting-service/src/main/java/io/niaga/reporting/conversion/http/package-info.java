@NullMarked
package io.niaga.reporting.conversion.http;

import org.jspecify.annotations.NullMarked;
