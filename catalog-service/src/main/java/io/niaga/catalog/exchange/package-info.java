/** Product files in: what a file's columns mean, which rows are taken, and a job that survives a crash. */
@NullMarked
package io.niaga.catalog.exchange;

import org.jspecify.annotations.NullMarked;
