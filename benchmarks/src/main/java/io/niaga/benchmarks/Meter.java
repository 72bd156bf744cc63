package io.niaga.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts load on an address and counts what it costs; keeps every measurement by the name of its profile. */
final class Meter {
    /** Long enough for a tick of the kernel's accounting not to matter. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    private static final double STEADY = 0.97;

    private final Settings settings;
    private final Map<String, List<Measurement>> measured = new LinkedHashMap<>();
    private final Map<String, Duration> warmed = new LinkedHashMap<>();

    Meter(Settings settings) {
        this.settings = settings;
    }

    /** Buyers at once, each starting anew when done. A name that is new is warmed up first. */
    Measurement closed(String name, String base, Map<String, Long> pids, Profile.Operation operation) {
        try (Load load = new Load(base, settings.connections())) {
            if (!measured.containsKey(name)) {
                warmed.put(name, warm(load, pids, operation));
            }
            CpuTimes before = CpuTimes.of(pids);
            Load.Outcome outcome = load.closed(operation, settings.window());
            return keep(Measurement.of(name, outcome, CpuTimes.of(pids).since(before)));
        }
    }

    /** The profile's own rate, for half a window. */
    void open(Profile profile, String base, Map<String, Long> pids) {
        try (Load load = new Load(base, settings.connections() * 4)) {
            CpuTimes before = CpuTimes.of(pids);
            Load.Outcome outcome =
                    load.open(profile.operation(), settings.window().dividedBy(2), profile.rate());
            keep(Measurement.of(
                    profile.name() + ", open", outcome, CpuTimes.of(pids).since(before)));
        }
    }

    List<Measurement> of(String name) {
        return measured.getOrDefault(name, List.of());
    }

    /** How long each profile was warmed up. */
    Map<String, Duration> warmed() {
        return warmed;
    }

    /**
     * Until one look costs no less than {@value #STEADY} of the cheapest before it, twice in a row: what the compilers of a
     * dozen processes still save is then within what two rounds differ by.
     */
    private Duration warm(Load load, Map<String, Long> pids, Profile.Operation operation) {
        Duration spent = Duration.ZERO;
        double cheapest = Double.MAX_VALUE;
        int steady = 0;
        while (steady < 2 && spent.compareTo(settings.warmUp()) < 0) {
            Duration left = settings.warmUp().minus(spent);
            Duration look = left.compareTo(LOOK) < 0 ? left : LOOK;
            CpuTimes before = CpuTimes.of(pids);
            Load.Outcome outcome = load.closed(operation, look);
            double cost =
                    Measurement.of("", outcome, CpuTimes.of(pids).since(before)).cpu();
            steady = cost >= cheapest * STEADY ? steady + 1 : 0;
            cheapest = Math.min(cheapest, cost);
            spent = spent.plus(look);
        }
        return spent;
    }

    private Measurement keep(Measurement measurement) {
        measured.computeIfAbsent(measurement.profile(), name -> new ArrayList<>())
                .add(measurement);
        System.out.printf(
                "%-22s %8.1f/s   p50 %7.2f ms   p99 %7.2f ms   CPU %6.3f ms  %s%n",
                measurement.profile(),
                measurement.perSecond(),
                measurement.p50(),
                measurement.p99(),
                measurement.cpu(),
                Report.largest(measurement.cpuByProcess()));
        return measurement;
    }
}
