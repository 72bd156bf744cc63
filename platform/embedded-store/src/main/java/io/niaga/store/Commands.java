package io.niaga.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Set;

/** Commands by what they do to the store; all names in lower case. */
final class Commands {
    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findandmodify");
    private static final Set<String> STRUCTURAL =
            Set.of("create", "createindexes", "drop", "dropindexes", "dropdatabase", "renamecollection");
    private static final Set<String> OTHERS = Set.of(
            "find",
            "getmore",
            "killcursors",
            "count",
            "aggregate",
            "distinct",
            "listcollections",
            "listindexes",
            "listdatabases",
            "dbstats",
            "collstats",
            "validate",
            "serverstatus",
            "hello",
            "ismaster",
            "buildinfo",
            "ping",
            "whatsmyuri",
            "connectionstatus",
            "hostinfo",
            "endsessions",
            "getlasterror",
            "reseterror",
            "getlog",
            "getcmdlineopts",
            "getfreemonitoringstatus",
            "replsetgetstatus");

    private Commands() {}

    /** The library writes a command it does not know into the log, data and all. */
    static boolean known(String command) {
        return WRITES.contains(command) || STRUCTURAL.contains(command) || OTHERS.contains(command);
    }

    static boolean writes(String command) {
        return WRITES.contains(command);
    }

    /** Whether it makes or unmakes collections or indexes, as {@code $out} and {@code $merge} do. */
    static boolean structural(String command, Document query) {
        return STRUCTURAL.contains(command) || (command.equals("aggregate") && endsInCollection(query));
    }

    private static boolean endsInCollection(Document query) {
        return query.get("pipeline") instanceof List<?> stages
                && !stages.isEmpty()
                && stages.getLast() instanceof Document last
                && (last.containsKey("$out") || last.containsKey("$merge"));
    }
}
