package io.niaga.localstack.kafka;

import java.nio.file.Path;
import java.util.Properties;

/** Settings of a one-node broker that is also its own controller. */
record BrokerSettings(int port, int controllerPort, Path directory) {

    Properties asProperties() {
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", directory.toString());
        settings.put("num.partitions", "3");
        settings.put("auto.create.topics.enable", "false");
        settings.put("delete.topic.enable", "true");
        alone(settings);
        small(settings);
        return settings;
    }

    private static void alone(Properties settings) {
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("min.insync.replicas", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
    }

    private static void small(Properties settings) {
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("log.cleaner.dedupe.buffer.size", "8388608");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("log.segment.bytes", "67108864");
    }
}
