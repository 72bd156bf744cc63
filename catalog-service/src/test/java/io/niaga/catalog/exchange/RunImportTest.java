package io.niaga.catalog.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.niaga.catalog.audit.StaffWrite;
import io.niaga.types.Permissions;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunImportTest {
    @Test
    void a_file_that_overflows_the_stack_costs_its_import_a_try() {
        MemoryImports imports = new MemoryImports();
        ImportJob job = ImportStates.job(new ImportState.Received(), false);
        imports.add(
                job,
                new StaffWrite(
                        job.order().by(),
                        ImportRights.ACTION,
                        "imp",
                        job.order().store(),
                        List.of()));
        RunImport run = new RunImport(
                imports,
                new MemoryUploads(),
                (format, mapping, file) -> {
                    throw new StackOverflowError();
                },
                null,
                new RunImport.Surroundings(
                        null,
                        new Permissions(List.of()),
                        Clock.fixed(ImportStates.NOW, ZoneOffset.UTC),
                        Duration.ofMinutes(1),
                        10,
                        (outcome, rows) -> {}));
        assertThatThrownBy(() -> run.runOne("wrk")).isInstanceOf(StackOverflowError.class);
        assertThat(imports.left).containsExactly(false);
    }
}
