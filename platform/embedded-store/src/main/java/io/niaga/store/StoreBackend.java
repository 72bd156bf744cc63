package io.niaga.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.*;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.*;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import org.h2.mvstore.*;

/** H2Backend with a redo log: a write is in the log before it is seen or answered; the store is committed at checkpoints only. Or all in memory. */
final class StoreBackend extends H2Backend {
    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findandmodify"),
            DDL = Set.of("create", "createindexes", "drop", "dropindexes", "dropdatabase", "renamecollection");
    private static final int HEAP_MB = (int) Math.min(Runtime.getRuntime().maxMemory() >> 20, 1 << 20);
    private static final long LOG_BYTES = Integer.getInteger("logMb", Math.clamp(HEAP_MB / 16, 4, 32)) * 1_000_000L,
            LOG_MS = Integer.getInteger("logMs", 5000), // a checkpoint
            LOG_MAX = Integer.getInteger("logMaxMb", 256) * 1_000_000L, // writers wait for it
            IDLE_MS = 1000,
            CURSOR_MS = Integer.getInteger("cursorMs", 600_000);
    private final ReentrantReadWriteLock gate =
            new ReentrantReadWriteLock(); // writers share it; a checkpoint's start and DDL have it alone
    private final ReentrantLock committing =
            new ReentrantLock(); // whoever changes the store's file; taken before the gate
    private final Map<Long, Paged> cursors = new ConcurrentHashMap<>();
    private final RedoLog journal;
    private final boolean memory;
    private final MVMap<String, Long> position;
    private final int compactRate = Integer.getInteger("compact", 60),
            syncEveryMs = Integer.getInteger("syncEvery", 1000);
    private final Thread keeper;
    private volatile boolean stopping;
    private volatile long touched = System.currentTimeMillis(); // the last write
    final LongAdder commits = new LongAdder();
    final AtomicLong longest = new AtomicLong();

    private static MVStore open(String file) {
        var b = new MVStore.Builder()
                .fileName(file)
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .autoCompactFillRate(0)
                .cacheSize(Integer.getInteger("cache", Math.clamp(HEAP_MB / 8, 4, 64)))
                .pageSplitSize(4096)
                .keysPerPage(48);
        MVStore store = b.open();
        if (file == null) return store;
        store.setRetentionTime(Integer.getInteger("retention", 1000));
        store.setAutoCommitDelay(
                Integer.MAX_VALUE); // starts the threads that write in the background, but no commit of its own
        return store;
    }

    /** Without a file: in memory. */
    StoreBackend(String file) {
        memory = file == null;
        journal = new RedoLog(file, Boolean.getBoolean("fsync"));
        MVStore store = open(file);
        super(store);
        position = memory ? null : store.openMap("wal");
        if (!memory)
            try {
                long t = System.nanoTime(), n = journal.replay(position.getOrDefault("from", 1L), this::redo);
                if (n > 0) System.out.printf("replayed %d frames in %d ms%n", n, (System.nanoTime() - t) / 1_000_000);
                checkpoint(null);
                journal.mute(false);
            } catch (java.io.IOException | RuntimeException e) {
                store.closeImmediately();
                throw new IllegalStateException("the log of " + file + " cannot be replayed", e);
            }
        keeper = Thread.ofPlatform().daemon().name("embstore-keeper").start(this::keep);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new StoreDatabase(name, getMvStore(), getCursorRegistry(), journal);
    }

    private void redo(byte op, String namespace, byte[] bson) {
        int dot = namespace.indexOf('.');
        var c = resolveDatabase(namespace.substring(0, dot)).resolveCollection(namespace.substring(dot + 1), true);
        ((StoreCollection) c).redo(op, KeyCodec.document(bson));
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        String c = command.toLowerCase(Locale.ROOT);
        if (c.equals("hello")) {
            Document r = super.handleCommand(channel, database, "ismaster", query);
            r.put("isWritablePrimary", Boolean.TRUE);
            return r;
        }
        if (c.equals("listdatabases")) { // the library opens every database a second time to answer this
            Document r = new Document(
                    "databases",
                    listDatabaseNames().stream()
                            .sorted()
                            .map(n -> new Document("name", n)
                                    .append("empty", resolveDatabase(n).isEmpty()))
                            .toList());
            Utils.markOkay(r);
            return r;
        }
        boolean ddl = DDL.contains(c) || c.equals("aggregate") && writes(query);
        if (!ddl && WRITES.contains(c)) {
            query.putIfAbsent("ordered", Boolean.TRUE); // the library takes it for false
            if (journal.total() >= LOG_MAX) room();
            gate.readLock().lock();
            try {
                ddl = !c.equals("delete")
                        && resolveDatabase(database)
                                        .resolveCollection(query.get(command).toString(), false)
                                == null;
                if (!ddl) return write(channel, database, command, query);
            } finally {
                gate.readLock().unlock();
                journal.flush(); // also after an error: part of it may be done
                touched = System.currentTimeMillis();
            }
        }
        if (ddl) {
            Document[] reply = {null};
            checkpoint(() -> reply[0] = write(channel, database, command, query));
            touched = System.currentTimeMillis();
            return reply[0];
        }
        MVStore.TxCounter version =
                getMvStore().registerVersionUsage(); // no chunk that this command may read is overwritten
        try {
            return page(c, query, read(channel, database, command, query));
        } finally {
            getMvStore().deregisterVersionUsage(version);
            journal.flush(); // what was read cannot be lost any more
        }
    }

    private Document write(Channel channel, String database, String command, Document query) {
        Document reply = super.handleCommand(channel, database, command, query);
        if (command.equals("insert")
                && reply.get("writeErrors") instanceof List<?> errors) // the library counts what it did not insert
        reply.put(
                    "n",
                    Utils.isTrue(query.get("ordered"))
                            ? ((Document) errors.get(0)).get("index")
                            : ((Number) reply.get("n")).intValue() - errors.size());
        return reply;
    }

    private Document read(Channel channel, String database, String command, Document query) {
        for (int i = 0; ; i++) {
            try {
                return super.handleCommand(channel, database, command, query);
            } catch (MVStoreException e) { // its collection or index was dropped meanwhile
                if (i == 3 || getMvStore().isClosed()) throw e;
            }
        }
    }

    private static boolean writes(Document query) {
        return query.get("pipeline") instanceof List<?> p
                && !p.isEmpty()
                && p.get(p.size() - 1) instanceof Document d
                && (d.containsKey("$out") || d.containsKey("$merge"));
    }

    /** Commits the store and drops the log before. With a command: runs it alone, unlogged, and others wait until it is committed. */
    private void checkpoint(Runnable ddl) {
        MVStore store = getMvStore();
        RuntimeException wrong = null;
        if (memory) {
            gate.writeLock().lock();
            try {
                ddl.run();
            } finally {
                gate.writeLock().unlock();
            }
            return;
        }
        committing.lock();
        try {
            long from, version, t;
            gate.writeLock().lock();
            try {
                t = System.nanoTime();
                if (ddl != null) {
                    boolean was = journal.mute(true);
                    try {
                        ddl.run();
                    } catch (RuntimeException e) {
                        wrong = e;
                    } finally {
                        journal.mute(was);
                    } // part of it may be done
                }
                position.put("from", from = journal.rotate());
                do
                    version = ddl != null
                            ? store.commit()
                            : store.tryCommit(); // the latter takes the roots only; pages are written below
                while (version < 0
                        && store.hasUnsavedChanges()); // it gives up if another thread has the store's lock: a read
                // that opens a database
            } finally {
                gate.writeLock().unlock();
            }
            longest.accumulateAndGet(System.nanoTime() - t, Math::max);
            commits.increment();
            store.executeFilestoreOperation(() -> {}); // waits for the writing threads; throws what went wrong there
            if (store.getFileStore().lastChunkVersion() < version)
                throw new IllegalStateException("version " + version + " is not in the file");
            store.sync();
            journal.keepOnly(from);
        } catch (RuntimeException | java.io.IOException e) {
            journal.fail(e); // the log before stays; no command is answered any more
            throw new IllegalStateException("no checkpoint", e);
        } finally {
            committing.unlock();
        }
        if (wrong != null) throw wrong;
    }

    /** Back-pressure: one writer makes the checkpoint, the others wait for it. */
    private void room() {
        committing.lock();
        try {
            if (journal.total() >= LOG_MAX) checkpoint(null);
        } finally {
            committing.unlock();
        }
    }

    private void keep() {
        long begun = System.currentTimeMillis(), synced = begun, swept = begun, passed = begun, shrunk = 0;
        int quiet = 0; // passes in a row that won nothing
        while (!stopping && !getMvStore().isClosed()) {
            try {
                Thread.sleep(50);
                long now = System.currentTimeMillis(), size = journal.size(), wrote = touched;
                if (now - swept >= Math.min(1000, CURSOR_MS)) {
                    swept = now;
                    for (Paged p : cursors.values())
                        if (now - p.used >= CURSOR_MS) {
                            cursors.remove(p.getId());
                            getCursorRegistry().remove(p);
                        }
                }
                if (memory) continue;
                boolean idle = now - wrote >= IDLE_MS;
                if (size >= LOG_BYTES || size > 0 && (idle || now - begun >= LOG_MS)) {
                    begun = passed = now;
                    checkpoint(null);
                    if (compactRate > 0 && !idle) compact(compactRate, 4 << 20);
                } else if (compactRate > 0 && idle && shrunk != wrote && now - passed >= 200) { // give space back
                    passed = now;
                    quiet = shrink() ? 0 : quiet + 1;
                    if (quiet > 8) {
                        shrunk = wrote;
                        quiet = 0;
                    } // longer than the retention of dead chunks
                }
                if (syncEveryMs > 0 && now - synced >= syncEveryMs) {
                    journal.force(journal.written());
                    synced = now;
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!getMvStore().isClosed()) e.printStackTrace();
            }
        }
    }

    private boolean compact(int rate, int bytes) { // rewrites pages; the next checkpoint commits them
        committing.lock();
        try {
            return getMvStore().compact(rate, bytes);
        } finally {
            committing.unlock();
        }
    }

    /** Rewrites sparse chunks, moves chunks to the front of the file. This commits, so nobody may be half-way in a command. */
    private boolean shrink() {
        if (!(getMvStore().getFileStore() instanceof RandomAccessStore f)) return false;
        long size = f.size();
        boolean more = compact(80, 8 << 20);
        checkpoint(() -> {
            getMvStore().commit();
            f.compactMoveChunks(95, 32 << 20, getMvStore());
        });
        return more || f.size() < size;
    }

    // ---- cursors: at most 101 documents or 16 MB in a reply that asks for no other size

    private Document page(String command, Document query, Document reply) {
        if (command.equals("listcollections")
                && query.get("filter") instanceof Document f
                && reply.get("cursor") instanceof Document cursor)
            cursor.put(
                    "firstBatch",
                    ((List<?>) cursor.get("firstBatch"))
                            .stream()
                                    .filter(d -> new DefaultQueryMatcher().matches((Document) d, f))
                                    .toList());
        if ((command.equals("find") || command.equals("aggregate"))
                && reply.get("cursor") instanceof Document cursor
                && cursor.get("firstBatch") instanceof List<?> list
                && list.size() > 1
                && ((Number) cursor.get("id")).longValue() == 0) {
            Object size = command.equals("find")
                    ? query.get("batchSize")
                    : query.get("cursor") instanceof Document d ? d.get("batchSize") : null;
            int n = size instanceof Number x ? x.intValue() : 101;
            @SuppressWarnings("unchecked")
            var rest = new Paged(getCursorRegistry().generateCursorId(), (List<Document>) list);
            List<Document> first = rest.takeDocuments(n);
            if (rest.isEmpty()) return reply;
            cursor.put("firstBatch", first);
            if (Boolean.TRUE.equals(query.get("singleBatch"))) return reply;
            getCursorRegistry().add(rest);
            if (!Boolean.TRUE.equals(query.get("noCursorTimeout"))) cursors.put(rest.getId(), rest);
            cursor.put("id", rest.getId());
        }
        return reply;
    }

    @Override
    protected Document handleGetMore(String database, String command, Document query) {
        query.putIfAbsent("batchSize", Integer.MAX_VALUE);
        Document reply = super.handleGetMore(database, command, query);
        if (reply.get("cursor") instanceof Document d && ((Number) d.get("id")).longValue() == 0)
            cursors.remove(((Number) query.get(command)).longValue());
        return reply;
    }

    @Override
    protected Document handleKillCursors(Document query) {
        if (query.get("cursors") instanceof Collection<?> ids) ids.forEach(cursors::remove);
        return super.handleKillCursors(query);
    }

    private static final class Paged extends AbstractCursor {
        private final Deque<Document> rest;
        private volatile long used;

        Paged(long id, List<Document> all) {
            super(id);
            rest = new ArrayDeque<>(all);
        }

        @Override
        public boolean isEmpty() {
            return rest.isEmpty();
        }

        @Override
        public synchronized List<Document> takeDocuments(int n) {
            List<Document> out = new ArrayList<>();
            used = System.currentTimeMillis();
            for (long bytes = 0; out.size() < n && !rest.isEmpty() && bytes < 8_000_000; ) {
                Document d = rest.poll();
                bytes += KeyCodec.encoded(d).writerIndex();
                out.add(d);
            }
            return out;
        }
    }

    private void pack(RandomAccessStore f, long end) {
        getMvStore().setVersionsToKeep(0);
        getMvStore().setRetentionTime(0);
        for (int quiet = 0; quiet < 3 && System.nanoTime() < end; ) {
            long size = f.size();
            boolean more = getMvStore().compact(90, 16 << 20);
            position.put("from", position.get("from")); // else there may be nothing to commit, and dead chunks stay
            getMvStore().commit();
            f.compactMoveChunks(95, 64 << 20, getMvStore());
            quiet = more || f.size() < size ? 0 : quiet + 1;
        }
    }

    @Override
    public void close() {
        stopping = true; // no interrupt: it would close the file under a thread that reads or writes it
        try {
            keeper.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!memory) {
            checkpoint(null);
            if (compactRate > 0 && getMvStore().getFileStore() instanceof RandomAccessStore f)
                pack(f, System.nanoTime() + 5_000_000_000L);
        }
        getMvStore().close(0);
        journal.close(true);
        super.close();
    }
}
