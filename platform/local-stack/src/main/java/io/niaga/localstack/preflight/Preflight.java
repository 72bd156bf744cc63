package io.niaga.localstack.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What must hold before anything is started.
 *
 * @param ports what is about to be opened: port → name of the process
 * @param memory megabytes that the processes to start need
 * @param disk megabytes that they write at first
 */
public record Preflight(Map<Integer, String> ports, long memory, long disk) {

    private static final long MEGABYTES_EACH = 260;
    private static final long FIRST_DISK = 2600;
    private static final long LATER_DISK = 400;

    public Preflight {
        ports = Map.copyOf(ports);
    }

    /** For a start that still has to unpack, build and train everything. */
    public static Preflight ofFirstStart(Map<Integer, String> ports) {
        // Every process opens two ports, but for the database.
        return new Preflight(ports, ports.size() / 2 * MEGABYTES_EACH, FIRST_DISK);
    }

    /** For a start of that many processes. */
    public static Preflight of(Map<Integer, String> ports, int processes, boolean first) {
        return new Preflight(ports, processes * MEGABYTES_EACH, first ? FIRST_DISK : LATER_DISK);
    }

    /** One sentence for each thing that is missing, each saying what to do; none when all is well. */
    public List<String> findings(Machine machine) {
        List<String> findings = new ArrayList<>();
        ports.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(entry -> !PortOwner.isFree(entry.getKey()))
                .map(entry -> taken(entry.getKey(), entry.getValue()))
                .forEach(findings::add);
        if (machine.freeMemory() < memory) {
            findings.add("Niaga needs about " + memory + " MB of free memory here and " + machine.freeMemory()
                    + " MB are free: end something, or start less with ./niaga up --without NAME,…");
        }
        if (machine.freeDisk() < disk) {
            findings.add("Niaga needs about " + disk + " MB of free disk space here and " + machine.freeDisk()
                    + " MB are free: make room, or set NIAGA_HOME to a folder on another disk.");
        }
        return List.copyOf(findings);
    }

    private static String taken(int port, String name) {
        return "Port " + port + " (" + name + ") is taken by "
                + PortOwner.of(port).orElse("another process")
                + ": stop that, or move all ports, for example NIAGA_PORT_BASE=28080 ./niaga up.";
    }
}
