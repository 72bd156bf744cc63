package io.niaga.orders.order.http;

import io.niaga.orders.order.AskForAccess;
import io.niaga.orders.order.OrderNumber;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The way back to an order for guests who lost its token. */
@RestController
class OrderLinkController {
    /** Far longer than it takes to write that somebody asked: how soon the answer comes does not tell whether that was done. */
    private static final Duration ANSWERED_AFTER = Duration.ofMillis(250);

    private final AskForAccess askForAccess;

    OrderLinkController(AskForAccess askForAccess) {
        this.askForAccess = askForAccess;
    }

    /**
     * Which order, and whose.
     *
     * @param number as letters and orders show it, in small letters or capitals
     * @param email the order's contact
     */
    record OrderLinkRequest(
            @Pattern(regexp = "\\d{6}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}")
            String number,

            @Size(max = 254) @Pattern(regexp = OrderJson.Contact.EMAIL)
            String email) {
        OrderNumber asked() {
            return new OrderNumber(number.toUpperCase(Locale.ROOT));
        }
    }

    @PostMapping("/v1/order-links")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Have a guest's order's access code mailed again",
            description =
                    "To the order's own mail address, when it is the one that is named here; at most three times an"
                            + " hour. The answer is the same whether there is such an order or not. The code is an Order-Token.")
    CompletableFuture<Void> requestOrderLink(@Valid @RequestBody OrderLinkRequest request) {
        Executor then = CompletableFuture.delayedExecutor(ANSWERED_AFTER.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> answer = CompletableFuture.runAsync(() -> {}, then);
        askForAccess.ask(request.asked(), request.email());
        return answer;
    }
}
