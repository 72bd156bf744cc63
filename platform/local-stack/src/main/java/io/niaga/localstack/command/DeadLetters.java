package io.niaga.localstack.command;

import io.niaga.localstack.stack.Stack;
import io.niaga.localstack.topology.Service;
import io.niaga.localstack.topology.Topology;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./niaga dead-letters} and {@code ./niaga redrive}: asks the services' management ports. */
final class DeadLetters {
    private static final int NOT_UP = 3;
    private final Stack stack;
    private final PrintStream out;

    DeadLetters(Stack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    /** One service's group of consumers and what waits in it. */
    private record Found(ManagementPort port, JsonNode group) {
        String name() {
            return group.path("group").asString("");
        }

        long open() {
            return group.path("open").asLong();
        }
    }

    /** Exit code 0, also when there are some; 3 when a service did not answer. */
    int list(Options options) {
        boolean json = options.has("--json");
        List<String> silent = new ArrayList<>();
        List<Found> found = found(options, silent);
        if (json) {
            ArrayNode all = JsonMapper.shared().createArrayNode();
            found.forEach(f ->
                    all.add(((ObjectNode) f.group()).put("service", f.port().service())));
            out.println(all);
        } else {
            found.stream().filter(f -> f.open() > 0).forEach(this::print);
            long open = found.stream().mapToLong(Found::open).sum();
            out.println(open == 0 ? "No event waits in " + found.size() + " groups." : open + " events wait.");
        }
        return ended(silent);
    }

    private void print(Found found) {
        out.println(found.port().service() + " " + found.name() + ": " + found.open() + " wait");
        for (JsonNode letter : found.group().path("letters")) {
            out.println("  " + letter.path("id").asString("") + " "
                    + letter.path("reason").asString("") + " "
                    + letter.path("type").asString("?") + " of "
                    + letter.path("key").asString("?") + " "
                    + letter.path("error").asString(""));
        }
    }

    /** Exit code 1 when some still wait where it was asked for. */
    int redrive(Options options) {
        List<String> silent = new ArrayList<>();
        List<Found> found = found(options, silent);
        String key = options.values().get("--key");
        long left = 0;
        for (Found each : found) {
            if (each.open() > 0) {
                JsonNode answer = each.port().redrive(each.name(), Optional.ofNullable(key));
                left += answer.path("open").asLong();
                out.println(each.port().service() + " " + each.name() + ": "
                        + answer.path("received").asInt() + " received, "
                        + answer.path("open").asLong() + " still wait" + why(answer));
            }
        }
        out.println(left == 0 ? "Nothing waits any more." : left + " events still wait.");
        return left > 0 ? 1 : ended(silent);
    }

    private static String why(JsonNode answer) {
        String stopped = answer.path("stopped").asString("");
        return stopped.isEmpty() ? "" : "; it stopped at " + stopped;
    }

    /** All groups of the services asked for; of one group when it is named. */
    private List<Found> found(Options options, List<String> silent) {
        String wanted = options.values().get("--group");
        List<Found> found = new ArrayList<>();
        for (Service service : services(options)) {
            ManagementPort port = new ManagementPort(service.name(), service.managementPort(stack.ports()));
            Optional<JsonNode> answer = port.deadLetters();
            if (answer.isEmpty()) {
                silent.add(service.name());
                continue;
            }
            for (JsonNode group : answer.get().path("groups")) {
                if (wanted == null || wanted.equals(group.path("group").asString(""))) {
                    found.add(new Found(port, group));
                }
            }
        }
        if (wanted != null && found.isEmpty() && silent.isEmpty()) {
            throw new IllegalArgumentException("No service that was asked listens as " + wanted + ".");
        }
        return found;
    }

    /** Those named, else all that hear events: the gateway does not. */
    private static List<Service> services(Options options) {
        List<Service> all = Topology.services().stream()
                .filter(service -> !service.needs().isEmpty())
                .toList();
        for (String name : options.names()) {
            if (all.stream().noneMatch(service -> service.name().equals(name))) {
                throw new IllegalArgumentException("No service that hears events is called " + name + "; there are "
                        + String.join(", ", all.stream().map(Service::name).toList()) + ".");
            }
        }
        return all.stream()
                .filter(s -> options.names().isEmpty() || options.names().contains(s.name()))
                .toList();
    }

    private int ended(List<String> silent) {
        if (!silent.isEmpty()) {
            out.println("No answer from " + String.join(", ", silent) + ".");
        }
        return silent.isEmpty() ? 0 : NOT_UP;
    }
}
