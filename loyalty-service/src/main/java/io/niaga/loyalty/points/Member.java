package io.niaga.loyalty.points;

import io.niaga.loyalty.points.Bucket.BucketState;
import io.niaga.loyalty.points.PointsEntry.EntryKind;
import io.niaga.types.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A customer's points. Each order has one bucket and each fact about an order its effect once, in whatever order facts
 * come: what is active or cancelled stays so.
 */
public final class Member {
    private final MemberId id;
    private final List<Bucket> buckets;
    private final List<PointsEntry> entries = new ArrayList<>();
    private final Revision revision;

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
            put(bucket, BucketState.PENDING, EntryKind.PENDING);
        }
    }

    /** An order was completed: its points are there. */
    public void earn(Bucket bucket) {
        boolean isOpen = bucketOf(bucket.orderId())
                .map(b -> b.state() == BucketState.PENDING)
                .orElse(true);
        if (isOpen) {
            put(bucket, BucketState.ACTIVE, EntryKind.EARNED);
        }
    }

    /** An order was cancelled: its points never come, also when its confirmation is heard later. */
    public void cancel(Bucket bucket) {
        Optional<Bucket> known = bucketOf(bucket.orderId());
        if (known.isEmpty()) {
            buckets.add(in(bucket, BucketState.CANCELLED));
        } else if (known.get().state() == BucketState.PENDING) {
            put(known.get(), BucketState.CANCELLED, EntryKind.CANCELLED);
        }
    }

    private void put(Bucket bucket, BucketState state, EntryKind kind) {
        buckets.removeIf(b -> b.orderId().equals(bucket.orderId()));
        buckets.add(in(bucket, state));
        if (bucket.points() > 0) {
            entries.add(new PointsEntry(kind, bucket.points(), bucket.orderId(), bucket.store(), bucket.at()));
        }
    }

    private static Bucket in(Bucket bucket, BucketState state) {
        return new Bucket(bucket.orderId(), bucket.store(), bucket.points(), state, bucket.at());
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

    /** What happened since it was loaded. */
    public List<PointsEntry> entries() {
        return List.copyOf(entries);
    }

    public Revision revision() {
        return revision;
    }
}
