package io.niaga.system.proofs;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.audit.AuditMain;
import io.niaga.audit.AuditSettings;
import io.niaga.audit.Report;
import io.niaga.system.harness.SystemStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;

/** Looks at everything that exists, once the system is whole again; has to be quiet within a minute. */
public final class Auditor {
    private Auditor() {}

    public static Report isQuiet(SystemStack stack) {
        stack.heal();
        foldSales(stack);
        int base = stack.stack().ports().base();
        Report report = AuditMain.audit(AuditSettings.of(
                List.of("--settle=60", "--grace=60"), Map.of("NIAGA_PORT_BASE", String.valueOf(base))));
        System.out.println("Auditor: " + report.looked() + ", not judged " + report.skipped() + ", " + report.took());
        assertThat(report.violations()).isEmpty();
        assertThat(report.skipped()).as("not judged").isEmpty();
        List<String> there = new ArrayList<>(List.of("orders", "records", "stock rows", "products in the shop"));
        if (report.looked().containsKey("ledger transactions")) {
            there.add("trial balances");
        }
        assertThat(there)
                .allSatisfy(what -> assertThat(report.looked().getOrDefault(what, 0L))
                        .as(what)
                        .isPositive());
        assertThat(report.isClean()).isTrue();
        return report;
    }

    /** Days of sales are folded when they are read; until then their sums say nothing. */
    private static void foldSales(SystemStack stack) {
        var days = stack.database("reporting-service").getCollection("sales_days");
        eventually(Duration.ofMinutes(1), () -> {
            for (Document day : days.find()) {
                if (!Objects.equals(day.get("marks"), day.get("folded"))) {
                    String on = day.getString("day");
                    stack.as("operator")
                            .get("/v1/reports/sales?store=" + day.getString("storeId") + "&from=" + on + "&to=" + on)
                            .expect(200);
                }
            }
            assertThat(days.find())
                    .allSatisfy(day ->
                            assertThat(day.get("folded")).as(day.toJson()).isEqualTo(day.get("marks")));
        });
    }
}
