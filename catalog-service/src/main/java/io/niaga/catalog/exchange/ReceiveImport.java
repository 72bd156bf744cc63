package io.niaga.catalog.exchange;

import io.niaga.catalog.audit.StaffWrite;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes an import in, to be worked on in the background. */
@UseCase
public final class ReceiveImport {
    private final Imports imports;
    private final Uploads uploads;
    private final Clock clock;

    public ReceiveImport(Imports imports, Uploads uploads, Clock clock) {
        this.imports = imports;
        this.uploads = uploads;
        this.clock = clock;
    }

    /** With the given id; repeated with the same id it changes nothing, and the file that came with it is dropped. */
    public ImportJob receive(ImportId id, ImportOrder order) {
        Optional<ImportJob> known = imports.find(id);
        if (known.isPresent()) {
            if (!known.get().order().upload().equals(order.upload())) {
                uploads.remove(order.upload());
            }
            return known.get();
        }
        ImportJob job = ImportJob.received(id, order, clock.instant());
        imports.add(job, write(job, null, job.state().label()));
        return imports.find(id).orElse(job);
    }

    static StaffWrite write(ImportJob job, @Nullable String from, String to) {
        RowCounts rows = job.rows();
        String done = rows.created() + " created, " + rows.changed() + " changed, " + rows.unchanged() + " unchanged, "
                + rows.rejected() + " rejected";
        return new StaffWrite(
                job.order().by(),
                ImportRights.ACTION,
                job.id().value(),
                job.order().store(),
                List.of(
                        new StaffWrite.FieldChange("/state", from, to),
                        new StaffWrite.FieldChange("/rows", null, done)));
    }
}
