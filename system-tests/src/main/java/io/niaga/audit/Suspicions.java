package io.niaga.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an area's first look suspects, and what is left of it after further looks. */
final class Suspicions implements Area.Outcome {
    private static final int MOST = 2000;
    private final Area area;
    private final Map<String, Long> looked;
    private final Map<String, List<Violation>> suspects = new LinkedHashMap<>();
    private final List<String> unanswered = new ArrayList<>();
    private long more;

    Suspicions(Area area, Map<String, Long> looked) {
        this.area = area;
        this.looked = looked;
    }

    @Override
    public void looked(String what, long count) {
        looked.merge(what, count, Long::sum);
    }

    @Override
    public void suspect(String key, List<Violation> violations) {
        if (suspects.containsKey(key) || suspects.size() < MOST) {
            suspects.computeIfAbsent(key, _ -> new ArrayList<>()).addAll(violations);
        } else {
            more++;
        }
    }

    /** Looks again at what is suspected, and keeps what is still so, or cannot be asked again. */
    void lookAgain() {
        unanswered.clear();
        suspects.entrySet().removeIf(suspect -> {
            try {
                List<Violation> now = area.again(suspect.getKey());
                suspect.setValue(now.stream()
                        .filter(v -> suspect.getValue().stream().anyMatch(v::isSameAs))
                        .toList());
            } catch (Api.ApiFailed none) {
                unanswered.add(String.valueOf(none.getMessage()));
            }
            return suspect.getValue().isEmpty();
        });
    }

    /** What was not answered when it was last looked at again. */
    List<String> unanswered() {
        return List.copyOf(unanswered);
    }

    boolean isEmpty() {
        return suspects.isEmpty();
    }

    long more() {
        return more;
    }

    List<Violation> list() {
        return suspects.values().stream().flatMap(List::stream).toList();
    }

    static Map<String, Long> counts() {
        return new TreeMap<>();
    }
}
