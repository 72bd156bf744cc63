package io.niaga.fulfillment.promise.http;

import io.niaga.fulfillment.promise.MakePromise;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** For order-service alone: see docs/internal-api.md. */
@RestController
class PromiseController {
    private final MakePromise promises;

    PromiseController(MakePromise promises) {
        this.promises = promises;
    }

    @PostMapping("/internal/v1/promises")
    PromiseJson promise(@RequestBody PromiseJson.Question question) {
        return PromiseJson.of(promises.promise(question.toQuestion()));
    }
}
