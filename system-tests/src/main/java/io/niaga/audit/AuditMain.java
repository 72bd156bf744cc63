package io.niaga.audit;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;

/** The program behind {@code ./niaga audit}: 0 when everything holds, 1 when not, 2 asked wrongly, 3 nothing to look at. */
public final class AuditMain {
    private static final int WRONG = 1;
    private static final int USAGE = 2;
    private static final int NOT_UP = 3;

    private AuditMain() {}

    public static void main(String[] words) {
        System.exit(run(List.of(words), System.getenv(), System.out));
    }

    /** The exit code; what is found is printed. */
    public static int run(List<String> words, Map<String, String> environment, PrintStream out) {
        try {
            AuditSettings settings = AuditSettings.of(words, environment);
            Report report = audit(settings);
            new Printed(out, settings.json()).print(report);
            return report.isClean() ? 0 : WRONG;
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            return USAGE;
        } catch (MongoException | KafkaException e) {
            out.println("There is nothing to audit: " + e.getMessage());
            return NOT_UP;
        }
    }

    /** Audits what is at those addresses. */
    public static Report audit(AuditSettings settings) {
        try (MongoClient mongo = MongoClients.create(mongo(settings.mongo()));
                KafkaRecords records = new KafkaRecords(settings.kafka());
                Gateway gateway = new Gateway(settings)) {
            Api api = settings.gateway().isEmpty() ? null : gateway;
            return new Audit(mongo, records, api, settings.patience(), Clock.systemUTC()).run();
        }
    }

    private static MongoClientSettings mongo(String uri) {
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .readConcern(ReadConcern.MAJORITY)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .build();
    }
}
