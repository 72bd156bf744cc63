package io.niaga.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.FailedToParseException;
import java.util.List;
import java.util.Locale;
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

    /** As names are written here; in commands they may be written in any way. */
    static String key(String command) {
        return command.toLowerCase(Locale.ROOT);
    }

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

    /** The library fails on an update written as a pipeline with a message that helps nobody. */
    static void refusePipeline(Document query) {
        boolean single = query.get("update") instanceof List<?>;
        boolean oneOfMany = query.get("updates") instanceof List<?> updates
                && updates.stream().anyMatch(one -> ((Document) one).get("u") instanceof List<?>);
        if (single || oneOfMany) {
            throw new FailedToParseException("updates by pipeline are not supported, use update operators");
        }
    }

    private static boolean endsInCollection(Document query) {
        return query.get("pipeline") instanceof List<?> stages
                && !stages.isEmpty()
                && stages.getLast() instanceof Document last
                && (last.containsKey("$out") || last.containsKey("$merge"));
    }
}
