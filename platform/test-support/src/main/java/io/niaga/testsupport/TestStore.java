package io.niaga.testsupport;

import io.niaga.store.EmbeddedStore;
import org.jspecify.annotations.Nullable;

/** The document store of all tests in this JVM: {@code NIAGA_MONGODB_URI} when set, else the embedded one in memory. */
public final class TestStore {
    private static final @Nullable String REAL = System.getenv("NIAGA_MONGODB_URI");

    private TestStore() {}

    public static String uri() {
        return REAL == null ? Embedded.STORE.uri() : REAL;
    }

    /** Whether it is a MongoDB that lives on after the tests. */
    static boolean isReal() {
        return REAL != null;
    }

    /** Started when first asked for, gone with the JVM. */
    private static final class Embedded {
        static final EmbeddedStore STORE = EmbeddedStore.inMemory();
    }
}
