package io.niaga.benchmarks;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * One profile in one round.
 *
 * @param p50 median latency in milliseconds; {@code p99} likewise
 * @param cpu processor time per operation in milliseconds, of all processes of the stack together
 * @param cpuByProcess the same, by process
 * @param resident megabytes of all these processes together, when it was over
 */
record Measurement(
        String profile,
        double perSecond,
        double p50,
        double p99,
        double cpu,
        Map<String, Double> cpuByProcess,
        double resident) {

    static Measurement of(String profile, Load.Outcome outcome, CpuTimes used) {
        Map<String, Double> byProcess = new TreeMap<>();
        used.byProcess().forEach((name, time) -> byProcess.put(name, per(time, outcome)));
        return new Measurement(
                profile,
                outcome.perSecond(),
                outcome.micros().getValueAtPercentile(50) / 1000.0,
                outcome.micros().getValueAtPercentile(99) / 1000.0,
                per(used.total(), outcome),
                byProcess,
                used.residentMegabytes());
    }

    private static double per(Duration time, Load.Outcome outcome) {
        return time.toNanos() / 1e6 / outcome.operations();
    }
}
