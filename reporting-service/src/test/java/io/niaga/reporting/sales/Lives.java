package io.niaga.reporting.sales;

import io.niaga.types.Money;
import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Random orders' lives, and what they must come to: counted apart from the projection, day by day, in plain numbers. */
public final class Lives {
    public static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final Instant FIRST = Instant.parse("2026-11-01T00:00:00Z");

    private final Random random;
    private final StoreId store;

    public Lives(long seed, StoreId store) {
        this.random = new Random(seed);
        this.store = store;
    }

    /** One thing that happened to an order. */
    public sealed interface Event {
        record Confirmed(Sale sale) implements Event {}

        record Cancelled(Instant at) implements Event {}

        record Refunded(Reversal refund) implements Event {}
    }

    /** An order and what happened to it, in its order. */
    public record Life(TypeId order, List<Event> events) {}

    /** What a day must come to, in minor units. */
    public static final class Day {
        public long orders;
        public long units;
        public long gross;
        public long refunds;
        public long net;
    }

    public Life next() {
        TypeId order = new TypeId("ord", new UUID(random.nextLong(), random.nextLong()));
        List<Event> events = new ArrayList<>();
        Instant at = later(FIRST, Duration.ofDays(20));
        long items = 1 + random.nextInt(1_000_000);
        long discount = random.nextInt(3) == 0 ? random.nextLong(items) : 0;
        long shipping = random.nextInt(4) == 0 ? 0 : random.nextInt(50_000);
        if (random.nextInt(10) > 0) {
            events.add(new Event.Confirmed(sale(at, items, discount, shipping)));
        }
        long left = items - discount + shipping;
        int refunds = random.nextInt(5);
        for (int i = 0; i < refunds && left > 0; i++) {
            at = later(at, Duration.ofDays(4));
            long amount = random.nextInt(3) == 0 ? left : 1 + random.nextLong(left);
            left -= amount;
            events.add(new Event.Refunded(new Reversal(
                    new TypeId("rfd", new UUID(random.nextLong(), i)).toString(),
                    minor(amount),
                    random.nextBoolean() ? null : minor(random.nextLong(amount + 1)),
                    at)));
            if (random.nextInt(6) == 0) {
                at = later(at, Duration.ofHours(30));
                events.add(new Event.Cancelled(at));
            }
        }
        return new Life(order, events);
    }

    private Sale sale(Instant at, long items, long discount, long shipping) {
        return new Sale(
                store,
                ZONE,
                at,
                1 + random.nextInt(9),
                minor(items),
                minor(discount),
                minor((items - discount) / 11),
                minor(shipping),
                minor(items - discount + shipping));
    }

    private Instant later(Instant than, Duration most) {
        return than.plusMillis(1 + random.nextLong(most.toMillis()));
    }

    private static Money minor(long amount) {
        return Money.ofMinor(amount, "IDR");
    }

    /** Delivery in any order, some of it twice. */
    public <T> List<T> shuffled(List<T> events) {
        List<T> out = new ArrayList<>(events);
        for (T event : events) {
            if (random.nextInt(3) == 0) {
                out.add(event);
            }
        }
        java.util.Collections.shuffle(out, random);
        return out;
    }

    /** Adds what a life comes to. */
    public static void count(Life life, Map<LocalDate, Day> days) {
        Sale sale = null;
        Instant cancelled = null;
        for (Event event : life.events()) {
            if (event instanceof Event.Confirmed confirmed) {
                sale = confirmed.sale();
            } else if (event instanceof Event.Cancelled c && cancelled == null) {
                cancelled = c.at();
            }
        }
        if (sale != null) {
            Day sold = day(days, sale.at());
            sold.orders++;
            sold.units += sale.units();
            sold.gross += sale.items().minorUnits();
            long goods = sale.items().minorUnits() - sale.discount().minorUnits();
            sold.net += goods;
            long left = reversed(life, cancelled, goods, sale.total().minorUnits(), days);
            if (cancelled != null) {
                day(days, cancelled).net -= left;
            }
        }
    }

    private static long reversed(
            Life life, @Nullable Instant cancelled, long goods, long paid, Map<LocalDate, Day> days) {
        long goodsLeft = goods;
        long paidLeft = paid;
        for (Event event : life.events()) {
            if (event instanceof Event.Refunded(Reversal refund)) {
                long amount = refund.amount().minorUnits();
                Day day = day(days, refund.at());
                day.refunds += amount;
                if (cancelled == null || refund.at().isBefore(cancelled)) {
                    Money said = refund.goods();
                    long taken = said != null ? said.minorUnits() : share(amount, goodsLeft, paidLeft);
                    taken = Math.min(taken, goodsLeft);
                    day.net -= taken;
                    goodsLeft -= taken;
                    paidLeft -= amount;
                }
            }
        }
        return goodsLeft;
    }

    /** {@code amount · goods ÷ paid}, half a unit or more rounded up; goods first when they are worth more than what is left. */
    private static long share(long amount, long goods, long paid) {
        if (goods >= paid) {
            return amount;
        }
        BigInteger doubled = BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(goods))
                .shiftLeft(1)
                .add(BigInteger.valueOf(paid));
        return doubled.divide(BigInteger.valueOf(paid).shiftLeft(1)).longValueExact();
    }

    private static Day day(Map<LocalDate, Day> days, Instant at) {
        return days.computeIfAbsent(LocalDate.ofInstant(at, ZONE), d -> new Day());
    }

    public static Map<LocalDate, Day> days() {
        return new TreeMap<>();
    }
}
