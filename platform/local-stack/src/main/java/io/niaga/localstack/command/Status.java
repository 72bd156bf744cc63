package io.niaga.localstack.command;

import io.niaga.localstack.process.Running;
import io.niaga.localstack.stack.Stack;
import io.niaga.localstack.stack.Training;
import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./niaga status}: asks every process now; exit code 0 when the whole stack serves, 3 otherwise. */
final class Status {
    private static final double MEGABYTE = 1024.0 * 1024.0;
    private static final int NOT_UP = 3;
    private final Stack stack;
    private final PrintStream out;

    Status(Stack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    int run(boolean json) {
        Set<String> names = new LinkedHashSet<>(stack.names());
        stack.processes().table().all().stream()
                .map(Running::name)
                .filter(name -> !name.equals(Training.NAME))
                .forEach(names::add);
        List<ProcessStatus> processes = names.parallelStream()
                .map(name -> ProcessStatus.of(stack, name))
                .toList();
        boolean up = processes.stream().allMatch(ProcessStatus::isUp);
        if (json) {
            Answer answer = new Answer(up ? "UP" : "DOWN", stack.database().described(), processes);
            out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(answer));
        } else {
            print(processes);
        }
        return up ? 0 : NOT_UP;
    }

    private void print(List<ProcessStatus> processes) {
        String row = "%-20s %-9s %8s %6s %8s  %s%n";
        out.printf(Locale.ROOT, row, "NAME", "STATE", "PID", "PORT", "MEMORY", "VERSION");
        for (ProcessStatus p : processes) {
            String memory = String.format(Locale.ROOT, "%.0f MB", p.residentBytes() / MEGABYTE);
            out.printf(
                    Locale.ROOT,
                    row,
                    p.name(),
                    p.state(),
                    p.pid() == null ? "-" : p.pid(),
                    p.port(),
                    p.pid() == null ? "-" : memory,
                    p.version() == null ? "-" : p.version());
        }
        double all = processes.stream().mapToLong(ProcessStatus::residentBytes).sum() / MEGABYTE;
        out.printf(
                Locale.ROOT,
                "%.0f MB together; database: %s%n",
                all,
                stack.database().described());
    }

    record Answer(String state, String database, List<ProcessStatus> processes) {}
}
