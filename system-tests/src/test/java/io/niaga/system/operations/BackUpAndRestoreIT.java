package io.niaga.system.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.niaga.localstack.command.Launcher;
import io.niaga.localstack.topology.Need;
import io.niaga.localstack.topology.Service;
import io.niaga.localstack.topology.Topology;
import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.system.shop.Purchase;
import io.niaga.system.shop.Shop;
import io.niaga.testsupport.Repository;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A backup, a loss, a restore: what was sold is sold again. Starts everything twice: only with {@code -Pproofs}. */
@SystemIT
@EnabledIfSystemProperty(named = "niaga.proofs.full", matches = "true")
class BackUpAndRestoreIT {
    @TempDir
    Path folder;

    @Test
    void what_was_there_is_there_again(SystemStack system) throws IOException {
        String sku = new Shop(system).goods(Shop.newSku("BACKUP"), 30_000, 10);
        Purchase kept = Purchase.byGuest(system)
                .put(sku, 2)
                .place("CARD")
                .pay("tok_success")
                .await("CONFIRMED");
        niaga(system, "down");
        niaga(system, "backup", folder.resolve("backup").toString());
        niaga(system, "up", "--no-seed", "--no-training", "--only", "store");
        Map<String, Map<String, Document>> before = documents(system);
        assertThat(before.get("order-service.orders")).containsKey(kept.id());

        system.database("order-service").drop();
        system.database("payment-service").drop();
        assertThat(documents(system)).isNotEqualTo(before);
        niaga(system, "down");
        niaga(system, "restore", folder.resolve("backup").toString());
        niaga(system, "up", "--no-seed", "--no-training", "--only", "store");
        assertThat(documents(system)).isEqualTo(before);

        niaga(system, "up", "--no-seed", "--no-training");
        assertThat(kept.order().text("/state")).isEqualTo("CONFIRMED");
        assertThat(new Shop(system).stock(sku).available()).isEqualTo(8);
        Purchase.byGuest(system).put(sku, 1).place("CARD").pay("tok_success").await("CONFIRMED");
        assertThat(new Shop(system).stock(sku).available()).isEqualTo(7);
    }

    /** Every document of every service, while nobody works on them. */
    private static Map<String, Map<String, Document>> documents(SystemStack system) {
        Map<String, Map<String, Document>> all = new TreeMap<>();
        for (Service service : Topology.services()) {
            if (service.needs().contains(Need.DATABASE)) {
                MongoDatabase database = system.database(service.name());
                for (String collection : database.listCollectionNames()) {
                    Map<String, Document> found = new TreeMap<>();
                    database.getCollection(collection)
                            .find()
                            .forEach(document -> found.put(String.valueOf(document.get("_id")), document));
                    all.put(service.name() + "." + collection, found);
                }
            }
        }
        return all;
    }

    private static void niaga(SystemStack system, String... words) throws IOException {
        Path zip = Path.of(Files.readString(Repository.root().resolve("platform/local-stack/target/run/keycloak-zip"))
                .strip());
        Map<String, String> environment = Map.of(
                "PATH", System.getenv("PATH"),
                "NIAGA_HOME", system.stack().home().path().toString(),
                "NIAGA_PORT_BASE", String.valueOf(system.stack().ports().base()));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int outcome = new Launcher(Repository.root(), zip, environment, out).run(List.of(words));
        assertThat(outcome).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }
}
