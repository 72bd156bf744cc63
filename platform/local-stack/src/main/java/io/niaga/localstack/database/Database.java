package io.niaga.localstack.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The MongoDB that the services use, in the order of preference: the caller's, an installed one, the embedded store. */
public sealed interface Database {

    /** One phrase for people, without credentials. */
    String described();

    /** A server somebody else runs; this stack neither starts nor stops it. */
    record External(String uri) implements Database {
        @Override
        public String described() {
            return "MongoDB at " + uri.replaceAll("//[^@/]*@", "//").replaceAll("\\?.*", "") + " (NIAGA_MONGODB_URI)";
        }
    }

    /** A {@code mongod} of this machine, started with data of its own. */
    record Installed(Path program) implements Database {
        @Override
        public String described() {
            return "MongoDB from " + program;
        }
    }

    /** Niaga's own store, for machines without a {@code mongod}. */
    record Embedded() implements Database {
        @Override
        public String described() {
            return "embedded store (no mongod found; set NIAGA_MONGODB_URI or NIAGA_MONGOD to use MongoDB)";
        }
    }

    static Database chosen(Map<String, String> environment) {
        String uri = environment.getOrDefault("NIAGA_MONGODB_URI", "");
        if (!uri.isEmpty()) {
            return new External(uri);
        }
        String program = environment.getOrDefault("NIAGA_MONGOD", "");
        if (!program.isEmpty()) {
            if (!Files.isExecutable(Path.of(program))) {
                throw new IllegalArgumentException("NIAGA_MONGOD is " + program + ", which is not a program.");
            }
            return new Installed(Path.of(program));
        }
        for (String directory : environment.getOrDefault("PATH", "").split(":", -1)) {
            if (!directory.isEmpty() && Files.isExecutable(Path.of(directory, "mongod"))) {
                return new Installed(Path.of(directory, "mongod"));
            }
        }
        return new Embedded();
    }
}
