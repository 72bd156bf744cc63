package io.niaga.localstack.database;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The MongoDB that the services use, in the order of preference: the caller's, an installed one, the embedded store. */
public sealed interface Database {
    int USUAL_PORT = 27_017;
    int PATIENCE = 2000;
    Pattern HOSTS = Pattern.compile("^mongodb://(?:[^@/]*@)?([^/?]+)");

    /** One phrase for people, without credentials. */
    String described();

    /** A server somebody else runs; this stack neither starts nor stops it. */
    record External(String uri) implements Database {
        @Override
        public String described() {
            return "MongoDB at " + uri.replaceAll("//[^@/]*@", "//").replaceAll("\\?.*", "") + " (NIAGA_MONGODB_URI)";
        }

        /** Whether one of its hosts takes a connection; a name that DNS has to spell out counts as reachable. */
        public boolean isReachable() {
            Matcher matcher = HOSTS.matcher(uri);
            return !matcher.find() || Stream.of(matcher.group(1).split(",", -1)).anyMatch(External::connects);
        }

        private static boolean connects(String host) {
            String[] parts = host.split(":", -1);
            int port = parts.length > 1 ? Integer.parseInt(parts[1]) : USUAL_PORT;
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(parts[0], port), PATIENCE);
                return true;
            } catch (IOException e) {
                return false;
            }
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
