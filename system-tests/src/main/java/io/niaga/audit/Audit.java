package io.niaga.audit;

import com.mongodb.client.MongoClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One audit of everything that exists. The system may be at work meanwhile: what looks wrong is looked at again until it no
 * longer does, or the time to settle is over. Memory grows with the aggregates on the topics, by some two hundred bytes each,
 * not with documents or events.
 */
public final class Audit {
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final int LOOKS = 5;
    private static final Duration LONGEST_OUTBOX = Duration.ofMinutes(2);

    /**
     * How patient it is.
     *
     * @param settle how long something may look wrong before it is called wrong
     * @param grace how long after its deadline something may be at rest
     */
    public record Patience(Duration settle, Duration grace) {
        public static final Patience USUAL = new Patience(Duration.ofSeconds(10), Duration.ofMinutes(5));
    }

    private final Databases databases;
    private final Records records;
    private final @Nullable Api api;
    private final Patience patience;
    private final Clock clock;

    /** @param api what callers see; without it, what only an answer shows is not judged */
    Audit(MongoClient mongo, Records records, @Nullable Api api, Patience patience, Clock clock) {
        this.databases = new Databases(mongo);
        this.records = records;
        this.api = api;
        this.patience = patience;
        this.clock = clock;
    }

    /** Looks at everything; takes as long as reading it, and the time to settle when something looks wrong. */
    public Report run() {
        long began = System.nanoTime();
        PersonalData personal = new PersonalData();
        personal.learn(KnownPeople.in(databases));
        TopicLog topics = new TopicLog(records, personal);
        topics.refresh();
        Map<String, Long> looked = Suspicions.counts();
        List<String> skipped = new ArrayList<>();
        List<Suspicions> all = new ArrayList<>();
        for (Area area : areas(topics)) {
            Suspicions suspicions = new Suspicions(area, looked);
            try {
                area.all(suspicions);
            } catch (Api.ApiFailed none) {
                skipped.add(String.valueOf(none.getMessage()));
            }
            all.add(suspicions);
        }
        if (api == null) {
            skipped.add("the gateway was not asked: shop, trial balance and answers are not judged");
        }
        settle(all, topics);
        all.forEach(suspicions -> skipped.addAll(suspicions.unanswered()));
        List<Violation> violations =
                all.stream().flatMap(s -> s.list().stream()).distinct().toList();
        long more = all.stream().mapToLong(Suspicions::more).sum();
        return new Report(
                violations,
                looked,
                List.copyOf(new LinkedHashSet<>(skipped)),
                more,
                Duration.ofNanos(System.nanoTime() - began));
    }

    private List<Area> areas(TopicLog topics) {
        WaitingRules waiting = new WaitingRules(patience.grace(), clock);
        Duration outbox = patience.grace().compareTo(LONGEST_OUTBOX) < 0 ? patience.grace() : LONGEST_OUTBOX;
        HandOvers handOvers = new HandOvers();
        OrderCases cases = new OrderCases(databases, topics, handOvers);
        List<Area> areas = new ArrayList<>(List.of(
                new StockArea(databases, topics, handOvers),
                new RestockArea(databases, handOvers),
                new OrderArea(databases, cases, handOvers, new DeadlineRules(patience.grace()), clock),
                new EachArea(databases, "orders.quotes", List.of(PriceRules::quote)),
                new BooksArea(databases),
                new CouponArea(databases),
                new MemberArea(databases),
                new OutboxArea(databases, new WaitingRules(outbox, clock)),
                new SequenceArea(databases, topics),
                new TopicArea(topics),
                new AuditTrailArea(databases, topics),
                new StoreArea(databases),
                ProductArea.of(databases, topics),
                new SalesDayArea(databases),
                new EachArea(databases, "payments.provider_events", List.of(waiting::providerEvent)),
                new EachArea(databases, "fulfillment.restocks", List.of(waiting::restock)),
                new EachArea(databases, "catalog.imports", List.of(waiting::importJob)),
                new EachArea(databases, "users.notifications", List.of(waiting::notification))));
        if (api != null) {
            areas.add(new ShopArea(databases, api));
            areas.add(new BalanceArea(databases, api));
            areas.add(new AnswerArea(databases, api, clock));
        }
        return areas;
    }

    private void settle(List<Suspicions> all, TopicLog topics) {
        long until = System.nanoTime() + patience.settle().toNanos();
        long pause = Math.clamp(patience.settle().toNanos() / LOOKS, 1, BETWEEN.toNanos());
        while (!all.stream().allMatch(Suspicions::isEmpty) && System.nanoTime() < until) {
            LockSupport.parkNanos(pause);
            topics.refresh();
            all.forEach(Suspicions::lookAgain);
        }
    }
}
