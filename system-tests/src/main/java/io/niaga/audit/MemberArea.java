package io.niaga.audit;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/** Members' points, and entries of members that are not there. */
final class MemberArea implements Area {
    private static final String MEMBERS = "loyalty.members";
    private static final String ENTRIES = "loyalty.points_entries";
    private final Databases databases;

    MemberArea(Databases databases) {
        this.databases = databases;
    }

    @Override
    public void all(Outcome outcome) {
        databases.each(MEMBERS, member -> {
            outcome.looked("members", 1);
            suspect(Fields.id(member), judged(member), outcome);
        });
        databases.pages(ENTRIES, Databases.only("memberId"), page -> {
            outcome.looked("points entries", page.size());
            Set<String> ids = page.stream().map(e -> Fields.text(e, "memberId")).collect(Collectors.toSet());
            Set<String> there =
                    databases.byId(MEMBERS, ids, Databases.only("_id")).keySet();
            ids.stream().filter(id -> !there.contains(id)).forEach(id -> suspect(id, stray(id), outcome));
        });
    }

    private static void suspect(String id, List<Violation> found, Outcome outcome) {
        if (!found.isEmpty()) {
            outcome.suspect(id, found);
        }
    }

    private List<Violation> judged(Document member) {
        List<Document> entries = databases
                .of(ENTRIES)
                .find(Filters.eq("memberId", Fields.id(member)))
                .sort(Sorts.descending("position"))
                .into(new ArrayList<>());
        entries.sort(Comparator.comparingLong(e -> Fields.number(e, "position")));
        Findings found = new Findings();
        PointsRules.folded(member, entries, found);
        return found.list();
    }

    private static List<Violation> stray(String id) {
        return List.of(new Violation(Check.POINTS, List.of(id), "entries of a member that is not there"));
    }

    @Override
    public List<Violation> again(String key) {
        Document member = databases.byId(MEMBERS, List.of(key)).get(key);
        return member == null ? stray(key) : judged(member);
    }
}
