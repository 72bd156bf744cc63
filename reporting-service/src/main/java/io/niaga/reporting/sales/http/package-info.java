@NullMarked
package io.niaga.reporting.sales.http;

import org.jspecify.annotations.NullMarked;
