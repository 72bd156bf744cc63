package io.niaga.system.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.audit.AuditMain;
import io.niaga.audit.AuditSettings;
import io.niaga.audit.Report;
import io.niaga.system.harness.SystemStack;
import java.util.List;
import java.util.Map;

/** Looks at everything that exists, once the system is whole again; has to be quiet within a minute. */
public final class Auditor {
    private Auditor() {}

    public static Report isQuiet(SystemStack stack) {
        stack.heal();
        int base = stack.stack().ports().base();
        Report report = AuditMain.audit(AuditSettings.of(
                List.of("--settle=60", "--grace=60"), Map.of("NIAGA_PORT_BASE", String.valueOf(base))));
        System.out.println("Auditor: " + report.looked() + ", not judged " + report.skipped() + ", " + report.took());
        assertThat(report.violations()).isEmpty();
        assertThat(report.isClean()).isTrue();
        return report;
    }
}
