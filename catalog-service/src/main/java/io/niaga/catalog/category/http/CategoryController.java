package io.niaga.catalog.category.http;

import io.niaga.catalog.audit.http.PatchedFields;
import io.niaga.catalog.category.Category;
import io.niaga.catalog.category.CategoryId;
import io.niaga.catalog.category.CategoryInput;
import io.niaga.catalog.category.ChangeCategory;
import io.niaga.catalog.category.CreateCategory;
import io.niaga.catalog.category.DeleteCategory;
import io.niaga.catalog.category.ReadCategories;
import io.niaga.catalog.store.ChooseStore;
import io.niaga.catalog.store.Store;
import io.niaga.service.http.Etags;
import io.niaga.service.idempotency.Idempotency;
import io.niaga.service.idempotency.IdempotencyCall;
import io.niaga.service.idempotency.IdempotencyKey;
import io.niaga.service.idempotency.IdempotentOutcome;
import io.niaga.service.idempotency.IdempotentResponse;
import io.niaga.service.openapi.Contract;
import io.niaga.types.Actor;
import io.niaga.types.IdSource;
import io.niaga.types.Precondition;
import io.niaga.types.StoreId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The category tree, as staff write it. */
@RestController
class CategoryController {
    private final CreateCategory create;
    private final ChangeCategory change;
    private final DeleteCategory delete;
    private final ReadCategories read;
    private final Writing writing;

    CategoryController(
            CreateCategory create, ChangeCategory change, DeleteCategory delete, ReadCategories read, Writing writing) {
        this.create = create;
        this.change = change;
        this.delete = delete;
        this.read = read;
        this.writing = writing;
    }

    /** What writing needs besides verbs. */
    @Component("categoryWriting")
    record Writing(ChooseStore stores, Idempotency idempotency, IdSource ids, JsonMapper json) {}

    @Operation(summary = "Add a category; the store defaults to the actor's only one")
    @PostMapping("/v1/categories")
    @Contract(answers = 201, needs = "Idempotency-Key")
    ResponseEntity<CategoryJson> createCategory(
            Actor actor,
            @Nullable IdempotencyKey key,
            @RequestParam(required = false) @Nullable StoreId store,
            @RequestBody CategoryWriteJson body) {
        Store chosen = writing.stores.forStaff(actor, "category:write", store);
        CategoryInput input = body.input();
        IdempotencyCall call = IdempotencyCall.required(
                key, actor, "POST /v1/categories?store=" + chosen.id(), body, writing.ids.next(CategoryId.PREFIX));
        IdempotentOutcome<Category> outcome = writing.idempotency.run(
                call, id -> create.create(actor, chosen, CategoryId.of(id), input), id -> read.one(CategoryId.of(id)));
        Category category = outcome.value();
        return IdempotentResponse.created(
                outcome.map(CategoryJson::of),
                URI.create("/v1/categories/" + category.id()),
                Etags.of(category.revision()));
    }

    @Operation(summary = "Rename, order or move a category")
    @PatchMapping(
            value = "/v1/categories/{id}",
            consumes = {"application/merge-patch+json", "application/json"})
    @Contract(needs = "If-Match")
    ResponseEntity<CategoryJson> updateCategory(
            Actor actor,
            @PathVariable CategoryId id,
            Precondition precondition,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/merge-patch+json",
                                            schema = @Schema(implementation = CategoryWriteJson.class)))
                    @RequestBody
                    JsonNode patch) {
        Category category = change.change(actor, id, precondition, now -> {
            var fields = PatchedFields.of(writing.json, CategoryJson.of(now), CategoryWriteJson.of(now), patch);
            return fields.map(CategoryWriteJson::input);
        });
        return Etags.ok(category.revision(), CategoryJson.of(category));
    }

    @Operation(summary = "Delete a category that is empty")
    @DeleteMapping("/v1/categories/{id}")
    ResponseEntity<Void> deleteCategory(Actor actor, @PathVariable CategoryId id, Precondition precondition) {
        delete.delete(actor, id, precondition);
        return ResponseEntity.noContent().build();
    }
}
