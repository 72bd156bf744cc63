@NullMarked
package io.niaga.reporting.dashboard.http;

import org.jspecify.annotations.NullMarked;
