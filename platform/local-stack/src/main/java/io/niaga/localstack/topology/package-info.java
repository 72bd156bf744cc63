/** What runs, on which port, with which settings: the one place that says it. */
@NullMarked
package io.niaga.localstack.topology;

import org.jspecify.annotations.NullMarked;
