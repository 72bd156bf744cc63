package io.niaga.loyalty.points;

/** What a member has come to, by active points. */
public enum Tier {
    BRONZE(0),
    SILVER(1_000),
    GOLD(10_000);

    private final long from;

    Tier(long from) {
        this.from = from;
    }

    static Tier of(long activePoints) {
        Tier reached = BRONZE;
        for (Tier tier : values()) {
            if (activePoints >= tier.from) {
                reached = tier;
            }
        }
        return reached;
    }
}
