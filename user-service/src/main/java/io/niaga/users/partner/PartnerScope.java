package io.niaga.users.partner;

import java.util.Arrays;

/** What a partner's program may be given; the permission tables say what each reaches. */
public enum PartnerScope {
    ORDERS_READ("orders:read"),
    STOCK_WRITE("stock:write"),
    PRICES_WRITE("prices:write");

    private final String wireName;

    PartnerScope(String wireName) {
        this.wireName = wireName;
    }

    /** As tokens and the identity server write it. */
    public String wireName() {
        return wireName;
    }

    /** @throws io.niaga.types.ProblemException SCOPE_UNKNOWN */
    public static PartnerScope of(String wireName) {
        return Arrays.stream(values())
                .filter(scope -> scope.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> PartnerProblem.SCOPE_UNKNOWN.with("scope", wireName));
    }
}
