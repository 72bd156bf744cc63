package io.niaga.testsupport.tiny;

import io.niaga.service.http.PageRequest;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Permissions;
import io.niaga.types.StoreId;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.Map;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ThingController {
    private final Things things;
    private final Permissions permissions;
    private final MongoTemplate mongo;
    private final Clock clock;

    ThingController(Things things, Permissions permissions, MongoTemplate mongo, Clock clock) {
        this.things = things;
        this.permissions = permissions;
        this.mongo = mongo;
        this.clock = clock;
    }

    @Operation(summary = "Puts a thing")
    @PutMapping("/v1/things/{id}")
    Map<String, Object> put(
            @PathVariable ThingId id, @RequestParam StoreId store, @RequestBody ThingJson thing, Actor actor) {
        permissions.require(actor, "thing:write", store);
        things.put(id.value(), thing);
        return Map.of("id", id.value());
    }

    @Operation(summary = "A thing")
    @GetMapping("/v1/things/{id}")
    Map<String, Object> thing(@PathVariable ThingId id) {
        Document found = things.get(id.value());
        if (found == null) {
            throw CommonProblem.NOT_FOUND.now();
        }
        return Map.of("id", found.getString("_id"), "name", found.getString("name"));
    }

    @Operation(summary = "What time it is")
    @GetMapping("/v1/now")
    Map<String, Object> now(PageRequest page) {
        return Map.of(
                "now", clock.instant().toString(), "database", mongo.getDb().getName());
    }
}
