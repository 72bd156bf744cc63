package io.niaga.store;

/**
 * The store as a process: {@code java -cp … io.niaga.store.EmbeddedStoreMain --file=PATH --port=27017}; 128 MB of heap do.
 *
 * <p>Prints {@code READY port=N pid=N ms=N} once it serves. SIGTERM packs the file and closes it; SIGKILL loses nothing that
 * was answered. Exit status 2: arguments it does not understand, 1: it cannot start; the reason goes to standard error.
 */
public final class EmbeddedStoreMain {
    private static final String LOG_SETTINGS = "logback.configurationFile";

    private EmbeddedStoreMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        long begin = System.nanoTime();
        if (System.getProperty(LOG_SETTINGS) == null) {
            System.setProperty(LOG_SETTINGS, "io/niaga/store/process-logging.xml");
        }
        EmbeddedStore store = start(settings(arguments));
        Runtime.getRuntime().addShutdownHook(new Thread(store::close, "store-close"));
        long millis = (System.nanoTime() - begin) / 1_000_000;
        System.out.println(
                "READY port=" + store.port() + " pid=" + ProcessHandle.current().pid() + " ms=" + millis);
        Thread.currentThread().join();
    }

    private static StoreSettings settings(String... arguments) {
        try {
            return StoreArguments.parse(arguments);
        } catch (IllegalArgumentException e) {
            throw exit(2, e.getMessage() + System.lineSeparator() + StoreArguments.USAGE);
        }
    }

    private static EmbeddedStore start(StoreSettings settings) {
        try {
            return EmbeddedStore.start(settings);
        } catch (RuntimeException e) {
            throw exit(
                    1,
                    "The store cannot start on " + settings.file() + ", port " + settings.port() + ": "
                            + rootReason(e));
        }
    }

    private static String rootReason(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static IllegalStateException exit(int status, String reason) {
        System.err.println(reason);
        System.exit(status);
        return new IllegalStateException(reason);
    }
}
