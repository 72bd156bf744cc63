package io.niaga.system.proofs;

import io.niaga.system.harness.SystemStack;
import java.util.Map;

/** All buyers of a test come from one address; the quota of an address is another test's matter. */
final class Gates {
    private Gates() {}

    static void open(SystemStack stack) {
        stack.start(
                "gateway",
                Map.of(
                        "NIAGA_QUOTA_READ",
                        "1000000",
                        "NIAGA_QUOTA_WRITE",
                        "1000000",
                        "NIAGA_QUOTA_CHECKOUT",
                        "1000000"));
    }

    /** Everything else as after the start. */
    static void heal(SystemStack stack) {
        stack.healBut("gateway");
        open(stack);
    }
}
