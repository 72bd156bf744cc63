package io.niaga.system.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.audit.Report;
import io.niaga.events.Topics;
import io.niaga.localstack.topology.Need;
import io.niaga.localstack.topology.Service;
import io.niaga.localstack.topology.Topology;
import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.system.proofs.Auditor;
import io.niaga.system.shop.Purchase;
import io.niaga.system.shop.Shop;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A backup, the loss of everything, a restore: every document and every record is there again, the auditor sees what it saw
 * before, and what was begun goes on. Starts everything twice: only with {@code -Pproofs}.
 */
@SystemIT
@EnabledIfSystemProperty(named = "niaga.proofs.full", matches = "true")
class BackUpAndRestoreIT {
    private static final List<String> KEPT =
            Stream.of(Topics.PERMANENT, Topics.RECENT).flatMap(List::stream).toList();
    private static final long TO_THE_END = -1;

    @TempDir
    Path folder;

    @Test
    void what_was_there_is_there_again(SystemStack system) throws Exception {
        String sku = new Shop(system).goods(Shop.newSku("BACKUP"), 30_000, 10);
        Purchase paid = paid(system, sku);
        Purchase refunded = paid(system, sku);
        assertThat(refunded.tryCancel("CHANGED_MIND").status()).isIn(200, 202);
        refunded.await("CANCELLED");
        Purchase unpaid = Purchase.byGuest(system).put(sku, 2).place("CARD");
        Report audited = Auditor.isQuiet(system);

        system.niaga("down");
        system.niaga("backup", folder.resolve("backup").toString());
        upWithoutServices(system);
        Moment before = Moment.of(system);
        assertThat(before.documents().get("order-service.orders")).containsKeys(paid.id(), refunded.id(), unpaid.id());
        System.out.println(before.size() + " documents and records are in the backup");

        loseEverything(system);
        Moment lost = Moment.of(system);
        assertThat(lost.documents()).isEmpty();
        assertThat(lost.records().keySet()).noneMatch(partition -> KEPT.stream().anyMatch(partition::startsWith));
        system.niaga("down");
        system.niaga("restore", folder.resolve("backup").toString());
        upWithoutServices(system);
        Moment after = Moment.of(system);
        assertThat(after.documents()).isEqualTo(before.documents());
        assertThat(after.records()).isEqualTo(before.records());

        system.niaga("up", "--no-seed", "--no-training");
        // Whatever was left for later goes on, so there may be more of a kind than was seen before, and never less.
        Map<String, Long> again = kinds(Auditor.isQuiet(system));
        kinds(audited)
                .forEach((kind, count) ->
                        assertThat(again.getOrDefault(kind, 0L)).as(kind).isGreaterThanOrEqualTo(count));
        goesOn(system, sku, paid, refunded, unpaid);
    }

    /** How many there are of each; a day of sales is one, whether it was read since it changed or not. */
    private static Map<String, Long> kinds(Report report) {
        Map<String, Long> kinds = new HashMap<>();
        report.looked()
                .forEach((kind, count) ->
                        kinds.merge(kind.startsWith("sales days") ? "sales days" : kind, count, Long::sum));
        return kinds;
    }

    private static void goesOn(SystemStack system, String sku, Purchase paid, Purchase refunded, Purchase unpaid) {
        assertThat(paid.order().text("/state")).isEqualTo("CONFIRMED");
        assertThat(refunded.order().text("/state")).isEqualTo("CANCELLED");
        assertThat(new Shop(system).stock(sku).available()).isEqualTo(7);
        unpaid.pay("tok_success").await("CONFIRMED");
        paid(system, sku);
        assertThat(new Shop(system).stock(sku).available()).isEqualTo(6);
        Auditor.isQuiet(system);
    }

    private static Purchase paid(SystemStack system, String sku) {
        return Purchase.byGuest(system)
                .put(sku, 1)
                .place("CARD")
                .pay("tok_success")
                .await("CONFIRMED");
    }

    private static void upWithoutServices(SystemStack system) {
        system.niaga("up", "--no-seed", "--no-training", "--only", "store,kafka");
    }

    /** Every document, and every record that a broker lets go; compacted topics keep theirs. */
    private static void loseEverything(SystemStack system) throws Exception {
        for (Service service : Topology.services()) {
            if (service.needs().contains(Need.DATABASE)) {
                system.database(service.name()).drop();
            }
        }
        String broker = "127.0.0.1:" + system.stack().ports().kafka();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
            for (TopicDescription topic :
                    admin.describeTopics(KEPT).allTopicNames().get().values()) {
                topic.partitions()
                        .forEach(partition -> all.put(
                                new TopicPartition(topic.name(), partition.partition()),
                                RecordsToDelete.beforeOffset(TO_THE_END)));
            }
            admin.deleteRecords(all).all().get();
        }
    }
}
