package io.niaga.payments.simulator.http;

import io.niaga.payments.payment.PaymentId;
import io.niaga.payments.simulator.ShowSandboxPage;
import io.niaga.payments.simulator.ShowSandboxPage.Choice;
import io.niaga.types.CommonProblem;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The provider's page in the customer's browser: no part of the API, and opened by the key in its address alone. */
@Hidden
@RestController
@ConditionalOnBooleanProperty("niaga.sandbox.enabled")
@RequestMapping("/v1/sandbox/payments/{id}/page")
class SandboxPageController {
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private final ShowSandboxPage page;

    SandboxPageController(ShowSandboxPage page) {
        this.page = page;
    }

    @GetMapping
    ResponseEntity<String> show(
            @PathVariable PaymentId id, @RequestParam int attempt, @RequestParam String key, Locale locale) {
        ShowSandboxPage.View view = page.show(id, attempt, key);
        SandboxHtml html = SandboxHtml.in(locale);
        return html(view.open() ? html.question(view.terms()) : html.closed());
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> choose(
            @PathVariable PaymentId id,
            @RequestParam int attempt,
            @RequestParam String key,
            @RequestParam String choice,
            Locale locale) {
        boolean taken = page.choose(id, attempt, key, choice(choice));
        SandboxHtml html = SandboxHtml.in(locale);
        return html(taken ? html.thanks(choice(choice) == Choice.PAY) : html.closed());
    }

    private static Choice choice(String text) {
        return switch (text) {
            case "pay" -> Choice.PAY;
            case "decline" -> Choice.DECLINE;
            default -> throw CommonProblem.INVALID_PARAMETER.with("parameter", "choice");
        };
    }

    /** The address holds a key: it is neither kept nor passed on, and nothing else is loaded. */
    private static ResponseEntity<String> html(String body) {
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
                .body(body);
    }
}
