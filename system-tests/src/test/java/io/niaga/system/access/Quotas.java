package io.niaga.system.access;

import java.util.Map;

/** The gateway's quotas, out of the way of tests that send more than anybody should. */
final class Quotas {
    private static final String MANY = "1000000";

    static final Map<String, String> NONE = Map.of(
            "NIAGA_QUOTA_READ", MANY,
            "NIAGA_QUOTA_WRITE", MANY,
            "NIAGA_QUOTA_CHECKOUT", MANY,
            "NIAGA_QUOTA_IMPORT", MANY,
            "NIAGA_QUOTA_REGISTRATION", MANY,
            "NIAGA_QUOTA_BEHAVIOUR", MANY,
            "NIAGA_QUOTA_WEBHOOK", MANY);

    private Quotas() {}
}
