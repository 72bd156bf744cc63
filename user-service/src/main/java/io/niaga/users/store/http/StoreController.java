package io.niaga.users.store.http;

import io.niaga.service.http.Cursor;
import io.niaga.service.http.Etags;
import io.niaga.service.http.PageRequest;
import io.niaga.service.http.Pages;
import io.niaga.service.openapi.Contract;
import io.niaga.service.patch.JsonDiff;
import io.niaga.service.patch.MergePatch;
import io.niaga.types.Actor;
import io.niaga.types.Page;
import io.niaga.types.Precondition;
import io.niaga.types.StoreId;
import io.niaga.users.store.ManageStore;
import io.niaga.users.store.Store;
import io.niaga.users.store.Stores;
import io.niaga.users.store.http.StoreJson.SettingsJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/v1/stores")
class StoreController {
    private final ManageStore manage;
    private final Stores stores;
    private final JsonMapper json;
    private final Validator validator;

    StoreController(ManageStore manage, Stores stores, JsonMapper json, Validator validator) {
        this.manage = manage;
        this.stores = stores;
        this.json = json;
        this.validator = validator;
    }

    @Operation(summary = "List stores, oldest first")
    @GetMapping
    ResponseEntity<Page<StoreJson>> listStores(PageRequest page) {
        String after = page.after();
        Page<Store> found = stores.all(
                page.limit(), after == null ? null : Cursor.decode(after, 1).getFirst());
        String next = found.nextCursor();
        List<StoreJson> items = found.items().stream().map(StoreJson::of).toList();
        return Pages.response(new Page<>(items, next == null ? null : Cursor.encode(List.of(next))), page);
    }

    @Operation(summary = "Read a store")
    @GetMapping("/{id}")
    ResponseEntity<StoreJson> getStore(@PathVariable StoreId id) {
        return answer(manage.store(id));
    }

    @Operation(summary = "Open a store, or replace its settings")
    @PutMapping("/{id}")
    @Contract(answers = {200, 201, 428})
    ResponseEntity<StoreJson> putStore(
            Actor actor, @PathVariable StoreId id, Precondition precondition, @Valid @RequestBody SettingsJson body) {
        ManageStore.Put put = manage.put(actor, id, body.toSettings(), precondition);
        return put.opened()
                ? ResponseEntity.created(URI.create("/v1/stores/" + id))
                        .eTag(Etags.of(put.store().revision()))
                        .body(StoreJson.of(put.store()))
                : answer(put.store());
    }

    @Operation(summary = "Change a store's settings")
    @PatchMapping(
            path = "/{id}",
            consumes = {"application/merge-patch+json", "application/json"})
    @Contract(needs = "If-Match")
    ResponseEntity<StoreJson> updateStore(
            Actor actor,
            @PathVariable StoreId id,
            Precondition precondition,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/merge-patch+json",
                                            schema = @Schema(implementation = SettingsJson.class)))
                    @RequestBody
                    JsonNode patch) {
        Store store = manage.store(id);
        JsonNode before = json.valueToTree(SettingsJson.of(store.settings()));
        JsonNode after = MergePatch.apply(before, MergePatch.fields(patch));
        SettingsJson wanted = read(after);
        return answer(manage.change(
                actor, store, wanted.toSettings(), JsonDiff.changedPointers(before, after), precondition));
    }

    private SettingsJson read(JsonNode patched) {
        SettingsJson settings = json.treeToValue(patched, SettingsJson.class);
        var violations = validator.validate(settings);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return settings;
    }

    private static ResponseEntity<StoreJson> answer(Store store) {
        return Etags.ok(store.revision(), StoreJson.of(store));
    }
}
