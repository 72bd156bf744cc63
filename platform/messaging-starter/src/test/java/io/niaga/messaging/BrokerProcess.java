package io.niaga.messaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/** A broker that is a process of its own on a fixed port, to be killed and started again on the same log. */
final class BrokerProcess implements AutoCloseable {
    private final int port = freePort();
    private final String cluster = Uuid.randomUuid().toString();
    private final Path settings;
    private Process process;

    BrokerProcess(Path directory) throws IOException {
        Properties broker = new Properties();
        int controller = freePort();
        broker.put("process.roles", "broker,controller");
        broker.put("node.id", "1");
        broker.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
        broker.put("controller.listener.names", "CONTROLLER");
        broker.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller);
        broker.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        broker.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        broker.put("log.dirs", directory.resolve("log").toString());
        broker.put("num.partitions", "3");
        broker.put("offsets.topic.replication.factor", "1");
        broker.put("offsets.topic.num.partitions", "1");
        broker.put("transaction.state.log.replication.factor", "1");
        broker.put("transaction.state.log.min.isr", "1");
        broker.put("group.initial.rebalance.delay.ms", "0");
        broker.put("log.cleaner.dedupe.buffer.size", "8388608");
        settings = directory.resolve("server.properties");
        try (var out = Files.newBufferedWriter(settings)) {
            broker.store(out, null);
        }
        String[] format = {"format", "-t", cluster, "-c", settings.toString()};
        StorageTool.execute(format, new PrintStream(new ByteArrayOutputStream(), true));
    }

    /** Below the range that clients get their ports from, so that nobody takes it while the broker is away. */
    private static int freePort() {
        while (true) {
            try (ServerSocket free =
                    new ServerSocket(ThreadLocalRandom.current().nextInt(20_000, 32_000))) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // The next one.
            }
        }
    }

    /** Whether it is this broker that answers at its port. */
    boolean answers() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", servers(), "default.api.timeout.ms", 3000, "request.timeout.ms", 2000);
        try (Admin admin = Admin.create(settings)) {
            return process.isAlive()
                    && cluster.equals(admin.describeCluster().clusterId().get(3, TimeUnit.SECONDS));
        } catch (Exception notYet) {
            return false;
        }
    }

    String servers() {
        return "127.0.0.1:" + port;
    }

    void start() throws IOException {
        String classes = Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElse(System.getProperty("java.class.path"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        process = new ProcessBuilder(
                        java,
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes,
                        "kafka.Kafka",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            kill();
        }
    }
}
