package io.niaga.testsupport;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Puts the clock right and makes the neighbours forget, before each test. */
final class FreshSurroundings implements BeforeEachCallback {
    @Override
    public void beforeEach(ExtensionContext context) {
        FakeClock.SHARED.reset();
        String port = SpringExtension.getApplicationContext(context)
                .getEnvironment()
                .getRequiredProperty("local.server.port");
        Neighbours.reset("http://127.0.0.1:" + port);
    }
}
