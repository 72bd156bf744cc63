package io.niaga.fulfillment.receiving.http;

import io.niaga.fulfillment.receiving.Restock;
import io.niaga.fulfillment.receiving.RestockCommand;
import io.niaga.fulfillment.receiving.RestockReturn;
import io.niaga.fulfillment.receiving.ReturnId;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** For order-service alone: see docs/internal-api.md. */
@RestController
class RestockController {
    private final RestockReturn restock;

    RestockController(RestockReturn restock) {
        this.restock = restock;
    }

    @PutMapping("/internal/v1/restocks/{id}")
    RestockJson restock(Actor.Service caller, @PathVariable ReturnId id, @RequestBody RestockJson.Returned returned) {
        return RestockJson.of(restock.restock(Restock.By.of(caller), command(id, returned)));
    }

    private static RestockCommand command(ReturnId id, RestockJson.Returned returned) {
        try {
            return returned.toCommand(id);
        } catch (IllegalArgumentException refused) {
            throw CommonProblem.INVALID_REQUEST.now().at("", "INVALID", String.valueOf(refused.getMessage()));
        }
    }
}
