package io.niaga.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.NoSuchCommandException;
import io.netty.channel.Channel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All databases of one store: sorts commands into writes, structural changes and reads, and keeps the promise of each. */
final class StoreBackend extends H2Backend {
    private static final Logger LOG = LoggerFactory.getLogger(StoreBackend.class);
    private static final int READ_ATTEMPTS = 4;
    private static final int UNKNOWN_ERROR = 8;

    private final ChangeLog log;
    private final CollectionMaps maps;
    private final WriteGate gate;
    private final OpenCursors cursors;
    private final CommandCounts counts = new CommandCounts();
    private final @Nullable Housekeeping housekeeping;
    private final Keeper keeper;

    /** Opens or creates the store; a file's log is replayed and a first checkpoint made. */
    static StoreBackend open(StoreSettings settings) {
        MVStore store = StoreFile.open(settings.file(), settings.pages());
        try {
            return new StoreBackend(store, settings);
        } catch (RuntimeException e) {
            store.closeImmediately();
            throw e;
        }
    }

    private StoreBackend(MVStore store, StoreSettings settings) {
        Path file = settings.file();
        RedoLog redoLog = file == null ? null : new RedoLog(file, settings.log().forced());
        log = redoLog == null ? ChangeLog.NONE : redoLog;
        maps = new CollectionMaps(store);
        super(store);
        cursors = new OpenCursors(getCursorRegistry(), settings.cursorIdle());
        List<Keeper.Chore> chores = new ArrayList<>(List.of(cursors));
        if (redoLog == null) {
            gate = new MemoryGate();
            housekeeping = null;
        } else {
            Checkpoints checkpoints =
                    new Checkpoints(store, redoLog, settings.log().limitBytes());
            recover(checkpoints, redoLog);
            gate = checkpoints;
            housekeeping = new Housekeeping(store, checkpoints, redoLog, settings);
            chores.add(housekeeping);
        }
        chores.add(new ExpiredDocuments(this, gate));
        keeper = new Keeper(chores);
    }

    private void recover(Checkpoints checkpoints, RedoLog redoLog) {
        try {
            long begin = System.nanoTime();
            long frames = redoLog.replay(checkpoints.firstUnstored(), frame -> {
                redo(frame);
                checkpoints.spill();
            });
            if (frames > 0) {
                LOG.info("replayed {} changes in {} ms", frames, (System.nanoTime() - begin) / 1_000_000);
            }
            checkpoints.take();
            redoLog.mute(false);
        } catch (IOException e) {
            throw new IllegalStateException("the log cannot be replayed", e);
        }
    }

    private void redo(LogFrame frame) {
        String namespace = frame.namespace();
        int dot = namespace.indexOf('.');
        MongoDatabase database = resolveDatabase(namespace.substring(0, dot));
        ((StoreCollection) database.resolveCollection(namespace.substring(dot + 1), true)).redo(frame);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new StoreDatabase(name, maps, getCursorRegistry(), log);
    }

    Collection<String> databaseNames() {
        return List.copyOf(listDatabaseNames());
    }

    ChangeLog changeLog() {
        return log;
    }

    // ---- commands

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        String name = Commands.key(command);
        if (!Commands.known(name)) {
            throw new NoSuchCommandException(command);
        }
        counts.add(name);
        if (Commands.structural(name, query)) {
            return changeStructure(channel, database, command, query);
        }
        return Commands.writes(name)
                ? write(channel, database, command, query)
                : read(name, channel, database, command, query);
    }

    private Document changeStructure(Channel channel, String database, String command, Document query) {
        List<Document> reply = new ArrayList<>();
        gate.alone(() -> reply.add(execute(channel, database, command, query)));
        return reply.getFirst();
    }

    /** The first write of a collection makes the collection. */
    private Document write(Channel channel, String database, String command, Document query) {
        Commands.refusePipeline(query);
        query.putIfAbsent("ordered", Boolean.TRUE); // the library takes its absence for false
        Document reply = gate.<@Nullable Document>shared(
                () -> createsCollection(database, command, query) ? null : execute(channel, database, command, query));
        return reply == null ? changeStructure(channel, database, command, query) : reply;
    }

    private boolean createsCollection(String database, String command, Document query) {
        return !command.equals("delete")
                && resolveDatabase(database).resolveCollection(String.valueOf(query.get(command)), false) == null;
    }

    private Document execute(Channel channel, String database, String command, Document query) {
        Document reply = super.handleCommand(channel, database, command, query);
        if (reply.get("writeErrors") instanceof List<?> errors) {
            // some of the library's errors have no code, and drivers stumble over that
            errors.forEach(error -> ((Document) error).putIfAbsent("code", UNKNOWN_ERROR));
            if (command.equals("insert")) {
                reply.put("n", inserted(query, reply, errors));
            }
        }
        return reply;
    }

    /** The library counts what it did not insert. */
    private static int inserted(Document query, Document reply, List<?> errors) {
        Object first = ((Document) errors.getFirst()).get("index");
        if (Utils.isTrue(query.get("ordered")) && first instanceof Integer before) {
            return before;
        }
        return reply.get("n") instanceof Integer tried ? tried - errors.size() : 0;
    }

    private Document read(String name, Channel channel, String database, String command, Document query) {
        MVStore.TxCounter version = getMvStore().registerVersionUsage(); // keeps what this command may read in the file
        try {
            Document reply = switch (name) {
                case "hello" -> hello(channel, database, query);
                case "listdatabases" -> listDatabases();
                case "serverstatus" -> serverStatus(channel, database, query);
                case "listcollections" -> filtered(readAgain(channel, database, command, query), query);
                default -> readAgain(channel, database, command, query);
            };
            return cursors.firstBatch(name, query, reply);
        } finally {
            getMvStore().deregisterVersionUsage(version);
            gate.settle(); // what was read cannot be lost any more
        }
    }

    /** A read has no lock: when its collection or index was dropped meanwhile, it runs again. */
    private Document readAgain(Channel channel, String database, String command, Document query) {
        for (int attempt = 1; ; attempt++) {
            try {
                return super.handleCommand(channel, database, command, query);
            } catch (MVStoreException e) {
                if (attempt == READ_ATTEMPTS || getMvStore().isClosed()) {
                    throw e;
                }
            }
        }
    }

    private Document hello(Channel channel, String database, Document query) {
        return super.handleCommand(channel, database, "ismaster", query).append("isWritablePrimary", true);
    }

    private Document serverStatus(Channel channel, String database, Document query) {
        Document reply = super.handleCommand(channel, database, "serverStatus", query);
        counts.tell(reply);
        return reply;
    }

    /** The library opens every database a second time to answer this. */
    private Document listDatabases() {
        Document reply = new Document(
                "databases",
                listDatabaseNames().stream()
                        .sorted()
                        .map(name -> new Document("name", name)
                                .append("empty", resolveDatabase(name).isEmpty()))
                        .toList());
        Utils.markOkay(reply);
        return reply;
    }

    /** The library lists all collections, whatever the filter. */
    private static Document filtered(Document reply, Document query) {
        if (query.get("filter") instanceof Document filter
                && reply.get("cursor") instanceof Document cursor
                && cursor.get("firstBatch") instanceof List<?> all) {
            DefaultQueryMatcher matcher = new DefaultQueryMatcher();
            cursor.put(
                    "firstBatch",
                    all.stream()
                            .filter(one -> matcher.matches((Document) one, filter))
                            .toList());
        }
        return reply;
    }

    @Override
    protected Document handleGetMore(String database, String command, Document query) {
        query.putIfAbsent("batchSize", Integer.MAX_VALUE);
        Document reply = super.handleGetMore(database, command, query);
        if (reply.get("cursor") instanceof Document cursor
                && cursor.get("id") instanceof Number id
                && id.longValue() == 0) {
            cursors.ended(query.get(command));
        }
        return reply;
    }

    @Override
    protected Document handleKillCursors(Document query) {
        if (query.get("cursors") instanceof Collection<?> ids) {
            ids.forEach(cursors::ended);
        }
        return super.handleKillCursors(query);
    }

    /** Stores everything and packs the file; no command may be under way. */
    @Override
    public void close() {
        keeper.close();
        boolean stored = false;
        try {
            if (housekeeping != null) {
                housekeeping.finish();
            }
            getMvStore().close(0);
            stored = true;
        } finally {
            if (!stored) {
                getMvStore().closeImmediately();
            }
            if (log instanceof RedoLog redoLog) {
                redoLog.close(stored);
            }
            super.close();
        }
    }
}
