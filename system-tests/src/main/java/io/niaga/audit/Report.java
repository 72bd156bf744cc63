package io.niaga.audit;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What an audit found.
 *
 * @param looked how many things of each kind were looked at
 * @param skipped what could not be judged, each with the reason
 * @param more how many suspicions were too many to be looked at again; each counts as a violation
 */
public record Report(
        List<Violation> violations, Map<String, Long> looked, List<String> skipped, long more, Duration took) {
    public Report {
        violations = List.copyOf(violations);
        looked = Map.copyOf(looked);
        skipped = List.copyOf(skipped);
    }

    public boolean isClean() {
        return violations.isEmpty() && more == 0;
    }
}
