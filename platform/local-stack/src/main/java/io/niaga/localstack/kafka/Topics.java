package io.niaga.localstack.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics a broker is born with: state compacted, business facts for ever, the rest 30 days. */
final class Topics {
    private static final int PARTITIONS = 3;
    private static final String THIRTY_DAYS = String.valueOf(Duration.ofDays(30).toMillis());
    private static final List<String> STATE = List.of("product", "category", "availability");
    private static final List<String> FOR_EVER = List.of("order", "payment", "shipment", "loyalty");
    private static final List<String> A_MONTH = List.of("user", "support", "audit", "behaviour", "catalog", "stock");

    private Topics() {}

    static List<NewTopic> all() {
        return java.util.stream.Stream.of(
                        STATE.stream().map(area -> topic(area, TopicConfig.CLEANUP_POLICY_CONFIG, "compact")),
                        FOR_EVER.stream().map(area -> topic(area, TopicConfig.RETENTION_MS_CONFIG, "-1")),
                        A_MONTH.stream().map(area -> topic(area, TopicConfig.RETENTION_MS_CONFIG, THIRTY_DAYS)))
                .flatMap(topics -> topics)
                .toList();
    }

    private static NewTopic topic(String area, String setting, String value) {
        return new NewTopic("niaga." + area + ".v1", PARTITIONS, (short) 1).configs(Map.of(setting, value));
    }
}
