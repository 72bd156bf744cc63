package io.niaga.catalog.exchange.http;

import io.niaga.catalog.exchange.FileFormat;
import io.niaga.catalog.exchange.FileMapping;
import io.niaga.catalog.exchange.FollowImport;
import io.niaga.catalog.exchange.ImportId;
import io.niaga.catalog.exchange.ImportJob;
import io.niaga.catalog.exchange.ImportOrder;
import io.niaga.catalog.exchange.ImportRights;
import io.niaga.catalog.exchange.ReceiveImport;
import io.niaga.catalog.exchange.RowOutcome;
import io.niaga.catalog.exchange.Uploads;
import io.niaga.catalog.store.ChooseStore;
import io.niaga.catalog.store.Store;
import io.niaga.service.http.Cursor;
import io.niaga.service.http.PageRequest;
import io.niaga.service.http.Pages;
import io.niaga.service.idempotency.Idempotency;
import io.niaga.service.idempotency.IdempotencyCall;
import io.niaga.service.idempotency.IdempotencyKey;
import io.niaga.service.idempotency.IdempotentOutcome;
import io.niaga.service.idempotency.IdempotentResponse;
import io.niaga.service.openapi.Contract;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.IdSource;
import io.niaga.types.Page;
import io.niaga.types.StoreId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Imports of products. */
@RestController
class ImportController {
    private static final String PATH = "/v1/product-imports";

    private final ReceiveImport receive;
    private final FollowImport follow;
    private final Receiving receiving;

    ImportController(ReceiveImport receive, FollowImport follow, Receiving receiving) {
        this.receive = receive;
        this.follow = follow;
        this.receiving = receiving;
    }

    /** What receiving needs besides verbs. */
    @Component
    record Receiving(ChooseStore stores, Uploads uploads, Idempotency idempotency, IdSource ids, Clock clock) {}

    @Operation(
            summary = "Import products from a file; it is worked on in the background",
            description =
                    "map.field=heading, price=minor and expand.column=option=key,... in the query say what headings mean.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string")),
                                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
                            }))
    @PostMapping(
            value = PATH,
            consumes = {"application/x-ndjson", "application/ndjson", "application/jsonl", "text/csv", "application/csv"
            })
    @Contract(answers = 202, gives = "Location", needs = "Idempotency-Key")
    ResponseEntity<ImportJson> importProducts(
            Actor.Person actor,
            @Nullable IdempotencyKey key,
            @RequestParam(required = false) @Nullable StoreId store,
            @RequestParam(defaultValue = "false") boolean publish,
            HttpServletRequest request)
            throws IOException {
        Store chosen = receiving.stores.forStaff(actor, ImportRights.ACTION, store);
        if (key == null) {
            throw CommonProblem.IDEMPOTENCY_KEY_REQUIRED.now();
        }
        Map<String, String> query = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> query.put(name, values[0]));
        FileMapping mapping = MappingQuery.of(query);
        FileFormat format = format(MediaType.parseMediaType(request.getContentType()));
        String upload = receiving.ids.next("upl").toString();
        Uploads.Kept kept = receiving.uploads.keep(upload, request.getInputStream(), receiving.clock.instant());
        ImportOrder order = new ImportOrder(chosen.id(), actor, format, mapping, publish, upload);
        return received(key, order, kept, query);
    }

    private ResponseEntity<ImportJson> received(
            IdempotencyKey key, ImportOrder order, Uploads.Kept kept, Map<String, String> query) {
        AtomicBoolean given = new AtomicBoolean();
        try {
            if (kept.bytes() == 0) {
                throw CommonProblem.MALFORMED_REQUEST.with("reason", "the body is empty");
            }
            IdempotencyCall call = IdempotencyCall.required(
                    key,
                    order.by(),
                    "POST " + PATH,
                    List.of(kept.sha256(), order.format(), query),
                    receiving.ids.next(ImportId.PREFIX));
            IdempotentOutcome<ImportJob> outcome = receiving.idempotency.run(
                    call, id -> given(id, order, given), id -> follow.find(order.by(), ImportId.of(id)));
            return IdempotentResponse.accepted(
                    outcome.map(ImportJson::of),
                    URI.create(PATH + "/" + outcome.value().id()));
        } finally {
            // Once given to an import it may be that import's, whatever goes wrong then; one of none is forgotten in
            // time.
            if (!given.get()) {
                receiving.uploads.remove(order.upload());
            }
        }
    }

    private ImportJob given(String id, ImportOrder order, AtomicBoolean given) {
        given.set(true);
        return receive.receive(ImportId.of(id), order);
    }

    private static FileFormat format(MediaType type) {
        String charset = type.getParameter("charset");
        if (charset != null && !charset.equalsIgnoreCase("utf-8") && !charset.equalsIgnoreCase("us-ascii")) {
            throw CommonProblem.UNSUPPORTED_MEDIA_TYPE.with("charset", charset);
        }
        return type.getSubtype().equals("csv") ? FileFormat.CSV : FileFormat.NDJSON;
    }

    @Operation(summary = "Read how an import goes")
    @GetMapping(PATH + "/{id}")
    ImportJson getProductImport(Actor actor, @PathVariable ImportId id) {
        return ImportJson.of(follow.find(actor, id));
    }

    @Operation(summary = "List what became of an import's rows, by line")
    @GetMapping(PATH + "/{id}/rows")
    ResponseEntity<Page<ImportRowJson>> listProductImportRows(
            Actor actor,
            @PathVariable ImportId id,
            @RequestParam(required = false) RowOutcome.@Nullable Kind outcome,
            PageRequest page) {
        List<RowOutcome> found = follow.rows(actor, id, outcome, after(page.after()), page.limit() + 1);
        boolean more = found.size() > page.limit();
        List<RowOutcome> shown = more ? found.subList(0, page.limit()) : found;
        String next =
                more ? Cursor.encode(List.of(Integer.toString(shown.getLast().line()))) : null;
        return Pages.response(new Page<>(shown, next).map(ImportRowJson::of), page);
    }

    private static int after(@Nullable String cursor) {
        try {
            return cursor == null
                    ? 0
                    : Integer.parseInt(Cursor.decode(cursor, 1).getFirst());
        } catch (NumberFormatException notOurs) {
            throw Cursor.refused();
        }
    }

    @Operation(summary = "Stop an import; what was imported before stays")
    @DeleteMapping(PATH + "/{id}")
    ImportJson cancelProductImport(Actor actor, @PathVariable ImportId id) {
        return ImportJson.of(follow.cancel(actor, id));
    }

    @Operation(summary = "Stop an import; the same as DELETE")
    @PostMapping(PATH + "/{id}/cancellation")
    ImportJson postProductImportCancellation(Actor actor, @PathVariable ImportId id) {
        return ImportJson.of(follow.cancel(actor, id));
    }
}
