@NullMarked
package io.niaga.reporting.dashboard.mongo;

import org.jspecify.annotations.NullMarked;
