package io.niaga.loyalty.points;

import io.niaga.loyalty.points.Bucket.BucketState;
import io.niaga.loyalty.points.PointsEntry.EntryKind;
import io.niaga.types.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A customer's points. Each order has one bucket and each fact about an order its effect once, in whatever order facts
 * come: what is active or cancelled stays so, and what was clawed back stays away. Every change of points has an entry:
 * active points are the sum of active buckets and of all entries' changes.
 */
public final class Member {
    private final MemberId id;
    private final List<Bucket> buckets;
    private final List<PointsEntry> entries = new ArrayList<>();
    private final Revision revision;
    private boolean changed;

    private Member(MemberId id, List<Bucket> buckets, Revision revision) {
        this.id = id;
        this.buckets = new ArrayList<>(buckets);
        this.revision = revision;
    }

    public static Member join(MemberId id) {
        return new Member(id, List.of(), Revision.NEW);
    }

    public static Member restore(MemberId id, List<Bucket> buckets, Revision revision) {
        return new Member(id, buckets, revision);
    }

    /** An order was confirmed: its points are to come. */
    public void expect(Bucket bucket) {
        if (bucketOf(bucket.orderId()).isEmpty()) {
            put(bucket, EntryKind.PENDING);
        }
    }

    /** An order was completed: its points are there, those of refunded goods excepted. */
    public void earn(Bucket bucket) {
        Bucket open = bucketOf(bucket.orderId()).orElse(bucket);
        if (open.state() == BucketState.PENDING) {
            put(open.in(BucketState.ACTIVE, bucket.at()), EntryKind.EARNED);
        }
    }

    /** An order was cancelled, or never arrived: its points never come, also when its confirmation is heard later. */
    public void cancel(Bucket bucket) {
        Optional<Bucket> known = bucketOf(bucket.orderId());
        if (known.isEmpty()) {
            keep(bucket.in(BucketState.CANCELLED, bucket.at()));
        } else if (known.get().state() == BucketState.PENDING) {
            put(known.get().in(BucketState.CANCELLED, bucket.at()), EntryKind.CANCELLED);
        }
    }

    /**
     * Money of an order went back: the points of those goods go with it, from the order's own bucket, once for each refund
     * and in whatever order they are heard. Of an order that is not known here nothing happens.
     */
    public void refund(String orderId, List<GoodsRefund> heard, PointsRate rate) {
        Optional<Bucket> known = bucketOf(orderId);
        if (known.isEmpty()
                || known.get().refunds().size()
                        == known.get().after(heard, rate).refunds().size()) {
            return;
        }
        Bucket after = known.get().after(heard, rate);
        keep(after);
        long lost = known.get().points() - after.points();
        Instant at = after.refunds().getLast().at();
        switch (after.state()) {
            case PENDING -> enter(EntryKind.REDUCED, lost, after, at);
            case ACTIVE -> enter(EntryKind.CLAWED_BACK, lost, after, at);
            case CANCELLED -> {}
        }
    }

    private void put(Bucket bucket, EntryKind kind) {
        keep(bucket);
        enter(kind, bucket.points(), bucket, bucket.at());
    }

    private void keep(Bucket bucket) {
        buckets.removeIf(b -> b.orderId().equals(bucket.orderId()));
        buckets.add(bucket);
        changed = true;
    }

    private void enter(EntryKind kind, long points, Bucket bucket, Instant at) {
        if (points > 0) {
            entries.add(new PointsEntry(kind, points, bucket.orderId(), bucket.store(), at));
        }
    }

    private Optional<Bucket> bucketOf(String orderId) {
        return buckets.stream().filter(b -> b.orderId().equals(orderId)).findFirst();
    }

    public long active() {
        return sum(BucketState.ACTIVE);
    }

    public long pending() {
        return sum(BucketState.PENDING);
    }

    private long sum(BucketState state) {
        return buckets.stream()
                .filter(b -> b.state() == state)
                .mapToLong(Bucket::points)
                .sum();
    }

    public Tier tier() {
        return Tier.of(active());
    }

    public MemberId id() {
        return id;
    }

    public List<Bucket> buckets() {
        return List.copyOf(buckets);
    }

    /** Whether there is anything to save. */
    boolean isChanged() {
        return changed;
    }

    /** What happened since it was loaded. */
    public List<PointsEntry> entries() {
        return List.copyOf(entries);
    }

    public Revision revision() {
        return revision;
    }
}
