package io.niaga.reporting.dashboard.http;

import io.niaga.reporting.dashboard.Link;
import io.niaga.reporting.dashboard.ReadDashboard;
import io.niaga.reporting.dashboard.SalesDashboard;
import io.niaga.reporting.dashboard.ShareDashboard;
import io.niaga.reporting.sales.Period;
import io.niaga.service.openapi.Contract;
import io.niaga.types.Actor;
import io.niaga.types.StoreId;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DashboardController {
    private static final String PATH = "/v1/dashboards/sales";

    private final ReadDashboard read;
    private final ShareDashboard share;

    DashboardController(ReadDashboard read, ShareDashboard share) {
        this.read = read;
        this.share = share;
    }

    /** Whose sales a link opens, and of which days. */
    record LinkRequest(StoreId store, LocalDate from, LocalDate to) {}

    /** A page a browser can open, and until when. */
    record DashboardLinkJson(String url, Instant expiresAt) {
        static DashboardLinkJson of(Link link) {
            return new DashboardLinkJson(PATH + "/links/" + link.id(), link.expires());
        }
    }

    @Operation(
            summary = "Read a store's sales at a glance",
            description =
                    "In steps of days, weeks or months, whichever can be read. With `Accept: text/html` a page with"
                            + " charts and tables that loads nothing else, in Indonesian or English by `Accept-Language`.")
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    DashboardJson getSalesDashboard(
            Actor actor, @RequestParam StoreId store, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        return DashboardJson.of(read.read(actor, store, new Period(from, to)));
    }

    @Operation(summary = "See a store's sales as a page")
    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> dashboardPage(
            Actor actor,
            @RequestParam StoreId store,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            HttpServletRequest request) {
        return page(read.read(actor, store, new Period(from, to)), request);
    }

    @Operation(
            summary = "Make a link that opens the page in a browser",
            description = "A browser shows no token, so the link is one: it opens this page and nothing else, for five"
                    + " minutes. Its address is relative to this API's.")
    @PostMapping(PATH + "/links")
    @Contract(
            answers = 201,
            gives = {})
    ResponseEntity<DashboardLinkJson> shareSalesDashboard(Actor actor, @RequestBody LinkRequest request) {
        Link link = share.share(actor, request.store(), new Period(request.from(), request.to()));
        DashboardLinkJson json = DashboardLinkJson.of(link);
        return ResponseEntity.created(URI.create(json.url()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(json);
    }

    @Operation(summary = "See the page of a link", description = "404 when it expired.")
    @GetMapping(path = PATH + "/links/{link}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> getSharedSalesDashboard(@PathVariable String link, HttpServletRequest request) {
        return page(read.read(share.open(link)), request);
    }

    private static ResponseEntity<String> page(SalesDashboard dashboard, HttpServletRequest request) {
        Wording wording = Wording.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", SalesPage.POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.CONTENT_LANGUAGE, wording.language())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE)
                .body(SalesPage.of(dashboard, wording));
    }
}
