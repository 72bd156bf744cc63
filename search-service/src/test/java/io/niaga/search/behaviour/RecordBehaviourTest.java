package io.niaga.search.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.niaga.types.Actor;
import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import io.niaga.types.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordBehaviourTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final StoreId STORE = StoreId.of("sto_01kavf8g00e4ttm0nbdjqsmn0n");
    private static final StoreId OTHER = StoreId.of("sto_01h455vb4pex5vsknk084sn02q");
    private static final String SHIRT = new TypeId("prd", new UUID(1, 1)).toString();
    private static final String SESSION = "abcdefgh-ijklmnop";
    private static final UserId USER = UserId.ofSubject(new UUID(7, 7));

    private final List<Behaviour> told = new ArrayList<>();
    private final List<Visit> visits = new ArrayList<>();
    private final RecordBehaviour record = new RecordBehaviour(
            new Shelf(),
            (visit, behaviour) -> {
                visits.add(visit);
                told.addAll(behaviour);
            },
            Clock.fixed(NOW, ZoneOffset.UTC));

    /** One shirt in one store. */
    private record Shelf() implements KnownProducts {
        @Override
        public boolean hasStore(StoreId store) {
            return store.equals(STORE);
        }

        @Override
        public Optional<String> find(StoreId store, @Nullable String productId, @Nullable String sku) {
            boolean isShirt = (productId == null || productId.equals(SHIRT)) && (sku == null || sku.equals("KMJ-1"));
            return isShirt ? Optional.of(SHIRT) : Optional.empty();
        }
    }

    private static Behaviour viewed(@Nullable String product, @Nullable String sku, Instant at) {
        return new Behaviour(BehaviourType.PRODUCT_VIEWED, at, product, sku, null, null);
    }

    private static Behaviour searched(String query) {
        return new Behaviour(BehaviourType.SEARCHED, NOW, null, null, query, null);
    }

    private RecordBehaviour.Outcome guest(Behaviour... behaviour) {
        return record.record(Actor.Guest.ANONYMOUS, STORE, SESSION, List.of(behaviour));
    }

    @Test
    void a_product_is_known_by_its_sku() {
        assertThat(guest(viewed(null, "KMJ-1", NOW))).isEqualTo(new RecordBehaviour.Outcome(1, 0, 0));
        assertThat(told.getFirst().productId()).isEqualTo(SHIRT);
    }

    @Test
    void what_is_not_on_sale_is_dropped_and_counted() {
        String unknown = new TypeId("prd", new UUID(2, 2)).toString();
        assertThat(guest(viewed(unknown, null, NOW), viewed(SHIRT, "OTHER", NOW), searched("kemeja")))
                .isEqualTo(new RecordBehaviour.Outcome(1, 2, 0));
        assertThat(told).extracting(Behaviour::query).containsExactly("kemeja");
    }

    @Test
    void an_unknown_store_has_no_visitors() {
        assertThat(record.record(Actor.Guest.ANONYMOUS, OTHER, SESSION, List.of(searched("kemeja"))))
                .isEqualTo(new RecordBehaviour.Outcome(0, 1, 0));
        assertThat(visits).isEmpty();
    }

    @Test
    void clocks_that_are_wrong_are_not_believed() {
        assertThat(guest(
                        viewed(SHIRT, null, NOW.minus(Duration.ofHours(25))),
                        viewed(SHIRT, null, NOW.plus(Duration.ofMinutes(6))),
                        viewed(SHIRT, null, NOW.minus(Duration.ofHours(23))),
                        viewed(SHIRT, null, NOW.plus(Duration.ofMinutes(4)))))
                .isEqualTo(new RecordBehaviour.Outcome(2, 0, 2));
    }

    @Test
    void the_visitors_own_id_is_not_told_and_is_another_in_another_store() {
        guest(searched("kemeja"));
        Visit visit = visits.getFirst();
        assertThat(visit.session().toString()).startsWith("ses_").doesNotContain(SESSION);
        assertThat(visit.session()).isEqualTo(Visit.of(STORE, SESSION, null).session());
        assertThat(visit.session()).isNotEqualTo(Visit.of(OTHER, SESSION, null).session());
        assertThat(visit.user()).isNull();
    }

    @Test
    void who_is_signed_in_is_told_by_id() {
        Actor person = new Actor.Person(USER, Set.of(), Map.of());
        record.record(person, STORE, SESSION, List.of(searched("kemeja")));
        assertThat(visits.getFirst().user()).isEqualTo(USER);
    }

    @Test
    void only_what_its_type_is_about_is_kept() {
        String order = new TypeId("ord", new UUID(3, 3)).toString();
        Behaviour searched = new Behaviour(BehaviourType.SEARCHED, NOW, SHIRT, "KMJ-1", "kemeja", order);
        assertThat(searched).isEqualTo(searched("kemeja"));
        Behaviour placed = new Behaviour(BehaviourType.ORDER_PLACED, NOW, SHIRT, "KMJ-1", "kemeja", order);
        assertThat(placed.productId()).isNull();
        assertThat(placed.query()).isNull();
    }

    @Test
    void each_type_says_what_it_is_about() {
        for (BehaviourType type : BehaviourType.values()) {
            assertThatThrownBy(() -> new Behaviour(type, NOW, null, null, null, null))
                    .as(type.name())
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> viewed("ord_1", null, NOW)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> viewed(null, " ", NOW)).isInstanceOf(IllegalArgumentException.class);
    }
}
