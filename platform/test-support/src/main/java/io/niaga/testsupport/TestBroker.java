package io.niaga.testsupport;

import io.niaga.events.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A Kafka broker inside this JVM, with all topics of the contracts; started when first asked for, gone with the JVM. */
public final class TestBroker {
    private static final int PARTITIONS = 3;

    private TestBroker() {}

    public static String bootstrapServers() {
        return Running.BROKER.getBrokersAsString();
    }

    /** One more topic. */
    public static void create(String topic) {
        Running.BROKER.addTopics(new NewTopic(topic, PARTITIONS, (short) 1));
    }

    private static EmbeddedKafkaKraftBroker start() {
        EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, PARTITIONS);
        broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
        broker.brokerProperty("offsets.topic.num.partitions", "1");
        broker.brokerProperty("transaction.state.log.num.partitions", "1");
        broker.brokerProperty("log.cleaner.dedupe.buffer.size", "2097152");
        broker.afterPropertiesSet();
        broker.addTopics(topics().toArray(NewTopic[]::new));
        return broker;
    }

    private static List<NewTopic> topics() {
        List<NewTopic> topics = new ArrayList<>();
        for (String name : Topics.STATE) {
            topics.add(new NewTopic(name, PARTITIONS, (short) 1)
                    .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)));
        }
        Topics.PERMANENT.forEach(name -> topics.add(new NewTopic(name, PARTITIONS, (short) 1)));
        Topics.RECENT.forEach(name -> topics.add(new NewTopic(name, PARTITIONS, (short) 1)));
        return topics;
    }

    private static final class Running {
        static final EmbeddedKafkaKraftBroker BROKER = start();
    }
}
