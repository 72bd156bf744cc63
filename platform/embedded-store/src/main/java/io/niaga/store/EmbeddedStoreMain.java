package io.niaga.store;

/** The process: {@code --file=PATH} (without it: in memory) and {@code --port=N}; SIGTERM packs the file and closes. */
public final class EmbeddedStoreMain {
    private EmbeddedStoreMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        String file = null;
        int port = 27017;
        for (String a : arguments) {
            if (a.startsWith("--file=")) file = a.substring(7);
            else if (a.startsWith("--port=")) port = Integer.parseInt(a.substring(7));
            else throw new IllegalArgumentException("unknown argument " + a);
        }
        EmbeddedStore store = EmbeddedStore.start(file, port);
        Runtime.getRuntime().addShutdownHook(new Thread(store::close, "embedded-store-close"));
        System.out.println(
                "READY port=" + store.port() + " pid=" + ProcessHandle.current().pid());
        Thread.currentThread().join();
    }
}
