package io.niaga.catalog.product.http;

import io.niaga.catalog.audit.http.PatchedFields;
import io.niaga.catalog.product.CreateProduct;
import io.niaga.catalog.product.EditProduct;
import io.niaga.catalog.product.MoveProduct;
import io.niaga.catalog.product.Product;
import io.niaga.catalog.product.ProductId;
import io.niaga.catalog.product.ProductInput;
import io.niaga.catalog.product.ReadProducts;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Products, as staff write them. */
@RestController
class ProductController {
    private final CreateProduct create;
    private final EditProduct edit;
    private final MoveProduct move;
    private final ReadProducts read;
    private final Writing writing;

    ProductController(CreateProduct create, EditProduct edit, MoveProduct move, ReadProducts read, Writing writing) {
        this.create = create;
        this.edit = edit;
        this.move = move;
        this.read = read;
        this.writing = writing;
    }

    /** What writing needs besides verbs. */
    @Component
    record Writing(ChooseStore stores, Idempotency idempotency, IdSource ids, JsonMapper json) {}

    @Operation(summary = "Add a product as a draft; the store defaults to the actor's only one")
    @PostMapping("/v1/products")
    @Contract(answers = 201, needs = "Idempotency-Key")
    ResponseEntity<ProductJson> createProduct(
            Actor actor,
            @Nullable IdempotencyKey key,
            @RequestParam(required = false) @Nullable StoreId store,
            @RequestBody ProductWriteJson body) {
        Store chosen = writing.stores.forStaff(actor, EditProduct.ACTION, store);
        ProductInput input = body.input();
        IdempotencyCall call = IdempotencyCall.required(
                key, actor, "POST /v1/products?store=" + chosen.id(), body, writing.ids.next(ProductId.PREFIX));
        IdempotentOutcome<Product> outcome = writing.idempotency.run(
                call,
                id -> create.create(actor, chosen, ProductId.of(id), input),
                id -> read.forStaff(actor, ProductId.of(id)));
        Product product = outcome.value();
        return IdempotentResponse.created(
                outcome.map(ProductJson::of), URI.create("/v1/products/" + product.id()), Etags.of(product.revision()));
    }

    @Operation(summary = "Change a product: what differs, if all of it is the actor's to change")
    @PatchMapping(
            value = "/v1/products/{id}",
            consumes = {"application/merge-patch+json", "application/json"})
    @Contract(needs = "If-Match")
    ResponseEntity<ProductJson> updateProduct(
            Actor actor,
            @PathVariable ProductId id,
            Precondition precondition,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/merge-patch+json",
                                            schema = @Schema(implementation = ProductWriteJson.class)))
                    @RequestBody
                    JsonNode patch) {
        return answer(edit.edit(actor, id, precondition, now -> {
            var fields = PatchedFields.of(writing.json, ProductJson.of(now), ProductWriteJson.of(now), patch);
            return fields.map(ProductWriteJson::input);
        }));
    }

    @Operation(summary = "Archive a product: for good, and its SKUs and slug are free again")
    @DeleteMapping("/v1/products/{id}")
    @Contract(needs = "If-Match")
    ResponseEntity<Void> archiveProduct(Actor actor, @PathVariable ProductId id, Precondition precondition) {
        move.archive(actor, id, precondition);
        return ResponseEntity.noContent().build();
    }

    @Operation(summary = "Publish a product: buyers see it")
    @PutMapping("/v1/products/{id}/publication")
    ResponseEntity<ProductJson> publishProduct(Actor actor, @PathVariable ProductId id) {
        return answer(move.publish(actor, id));
    }

    @Operation(summary = "Publish a product; the same as PUT")
    @PostMapping("/v1/products/{id}/publication")
    ResponseEntity<ProductJson> postProductPublication(Actor actor, @PathVariable ProductId id) {
        return answer(move.publish(actor, id));
    }

    @Operation(summary = "Hide a product from buyers")
    @DeleteMapping("/v1/products/{id}/publication")
    ResponseEntity<ProductJson> unpublishProduct(Actor actor, @PathVariable ProductId id) {
        return answer(move.unpublish(actor, id));
    }

    private static ResponseEntity<ProductJson> answer(Product product) {
        return Etags.ok(product.revision(), ProductJson.of(product));
    }
}
