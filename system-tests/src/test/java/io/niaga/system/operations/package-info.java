/** What operations rely on: metrics, traces, settings, roll-outs, backups. */
@org.jspecify.annotations.NullMarked
package io.niaga.system.operations;
