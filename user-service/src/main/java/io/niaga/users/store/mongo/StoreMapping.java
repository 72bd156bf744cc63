package io.niaga.users.store.mongo;

import io.niaga.types.Percentage;
import io.niaga.types.Revision;
import io.niaga.types.Role;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import io.niaga.users.store.Store;
import io.niaga.users.store.StoreSettings;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/** A store as a document. */
final class StoreMapping {
    private StoreMapping() {}

    static Document changing(Store store) {
        StoreSettings s = store.settings();
        return new Document("name", s.name())
                .append("currency", s.currency().getCurrencyCode())
                .append("languages", s.languages())
                .append("timeZone", s.timeZone().getId())
                .append("countryCode", s.countryCode())
                .append("taxIncluded", s.taxIncluded())
                .append("taxRateBasisPoints", s.taxRate().basisPoints())
                .append(
                        "members",
                        store.members().entrySet().stream()
                                .map(StoreMapping::of)
                                .toList());
    }

    private static Document of(Map.Entry<UserId, Set<Role>> member) {
        List<String> roles = member.getValue().stream().map(Enum::name).sorted().toList();
        return new Document("userId", member.getKey().value()).append("roles", roles);
    }

    static Store toStore(Document d, Revision revision) {
        StoreSettings settings = new StoreSettings(
                d.getString("name"),
                Currency.getInstance(d.getString("currency")),
                d.getList("languages", String.class),
                ZoneId.of(d.getString("timeZone")),
                d.getString("countryCode"),
                d.getBoolean("taxIncluded"),
                new Percentage(d.getLong("taxRateBasisPoints")));
        Map<UserId, Set<Role>> members = new LinkedHashMap<>();
        for (Document member : d.getList("members", Document.class)) {
            Set<Role> roles = member.getList("roles", String.class).stream()
                    .map(Role::valueOf)
                    .collect(Collectors.toUnmodifiableSet());
            members.put(UserId.of(member.getString("userId")), roles);
        }
        StoreId id = StoreId.of(d.getString("_id"));
        return Store.restore(id, settings, members, d.getDate("openedAt").toInstant(), revision);
    }
}
