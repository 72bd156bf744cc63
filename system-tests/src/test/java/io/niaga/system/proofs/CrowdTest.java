package io.niaga.system.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CrowdTest {
    private final CountDownLatch shopping = new CountDownLatch(1);
    private final AtomicBoolean left = new AtomicBoolean();

    @Test
    void nobody_is_still_at_it_once_the_crowd_is_closed() throws Exception {
        try (Crowd<String> crowd = Crowd.atOnce(1, i -> this::shops)) {
            shopping.await();
            assertThat(crowd.done()).isZero();
        }
        assertThat(left).isTrue();
    }

    private String shops() throws InterruptedException {
        shopping.countDown();
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException told) {
            Thread.sleep(100);
        }
        left.set(true);
        return "left";
    }
}
