package io.niaga.localstack.kafka;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;

/**
 * The broker process: {@code <port> <controller port> <data folder> <ready file>}.
 *
 * <p>Formats its folder once, creates the topics, then writes its pid into the ready file.
 */
public final class KafkaProcess {
    private KafkaProcess() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[2]);
        Path ready = Path.of(arguments[3]);
        BrokerSettings settings =
                new BrokerSettings(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), directory);
        format(settings);
        KafkaRaftServer broker = new KafkaRaftServer(KafkaConfig.fromProps(settings.asProperties()), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::shutdown, "kafka-shutdown"));
        broker.startup();
        createTopics(settings.port());
        Files.writeString(ready, String.valueOf(ProcessHandle.current().pid()));
        broker.awaitShutdown();
    }

    private static void format(BrokerSettings settings) throws IOException {
        if (Files.exists(settings.directory().resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(settings.directory());
        Path file = Files.createTempFile("kafka", ".properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.asProperties().store(writer, null);
        }
        String[] format = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
        int outcome = StorageTool.execute(format, System.out);
        Files.delete(file);
        if (outcome != 0) {
            throw new IOException("Kafka's storage in " + settings.directory() + " could not be formatted.");
        }
    }

    private static void createTopics(int port) throws InterruptedException, ExecutionException {
        Properties properties = new Properties();
        properties.putAll(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + port));
        try (Admin admin = Admin.create(properties)) {
            for (var created : admin.createTopics(BirthTopics.all()).values().values()) {
                try {
                    created.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                }
            }
        }
    }
}
