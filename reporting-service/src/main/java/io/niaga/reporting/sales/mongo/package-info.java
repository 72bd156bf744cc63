@NullMarked
package io.niaga.reporting.sales.mongo;

import org.jspecify.annotations.NullMarked;
