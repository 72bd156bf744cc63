/**
 * A document store that speaks the MongoDB wire protocol: a file with a redo log beside it, or all in memory.
 *
 * <p>Query and update operators, aggregation and the protocol are those of mongo-java-server; storage, indexes, planning,
 * durability and the paging of replies are decided here. Two rules hold everything up. A change is in the log before it can be
 * seen, and the log is in the file before a command is answered: so nothing answered or read is lost by a killed process.
 * And stored documents are never changed in place: so readers need no lock.
 */
@NullMarked
package io.niaga.store;

import org.jspecify.annotations.NullMarked;
