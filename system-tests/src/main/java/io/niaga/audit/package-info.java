/**
 * The auditor: reads every database and every topic and says where what must always hold does not. Rules are plain functions
 * of what was read; an area knows how to look at all things of a kind, and at one of them again.
 */
@NullMarked
package io.niaga.audit;

import org.jspecify.annotations.NullMarked;
