package io.niaga.reporting.dashboard.http;

import static io.niaga.reporting.dashboard.http.Wording.Word;

import io.niaga.reporting.conversion.ConversionRow;
import io.niaga.reporting.dashboard.SalesDashboard;
import io.niaga.reporting.sales.SalesRow;
import io.niaga.types.StoreId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;

/** The page: figures, a chart with its table for each thing shown, and nothing that is loaded from elsewhere. */
final class SalesPage {
    private static final String STYLE = style();

    /** Nothing runs, nothing is loaded, nobody frames it; the one style is named by its hash. */
    static final String POLICY = "default-src 'none'; style-src 'sha256-" + hash(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final SalesDashboard dashboard;
    private final Wording wording;
    private final StringBuilder out = new StringBuilder(20_000);

    private SalesPage(SalesDashboard dashboard, Wording wording) {
        this.dashboard = dashboard;
        this.wording = wording;
    }

    static String of(SalesDashboard dashboard, Wording wording) {
        SalesPage page = new SalesPage(dashboard, wording);
        page.write();
        return page.out.toString();
    }

    private void write() {
        String name = storeName(dashboard.store());
        String title = wording.of(Word.TITLE) + " · " + name;
        out.append("<!doctype html><html lang=\"%s\"><head><meta charset=\"utf-8\">".formatted(wording.language()))
                .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
                .append("<meta name=\"robots\" content=\"noindex\"><title>%s</title><style>".formatted(Html.of(title)))
                .append(STYLE)
                .append("</style></head><body><main><header><h1>%s</h1><p>%s</p><p class=\"quiet\">%s</p></header>"
                        .formatted(Html.of(title), Html.of(period()), Html.of(asOf())));
        if (dashboard.currencies().isEmpty()) {
            out.append("<p>%s</p>".formatted(Html.of(wording.of(Word.NOTHING))));
        }
        dashboard.currencies().forEach(this::currency);
        visits();
        out.append("</main></body></html>");
    }

    private String storeName(StoreId store) {
        return Objects.requireNonNullElse(dashboard.storeName(), store.value());
    }

    private String period() {
        return wording.of(Word.PERIOD)
                .formatted(
                        wording.date(dashboard.period().from()),
                        wording.date(dashboard.period().to()));
    }

    private String asOf() {
        return wording.of(Word.AS_OF).formatted(wording.moment(dashboard.asOf(), dashboard.zone()));
    }

    private void currency(SalesDashboard.InCurrency in) {
        SalesRow sum = in.sum();
        String code = sum.currency().getCurrencyCode();
        heading("%s (%s)".formatted(wording.of(Word.TITLE), code));
        figure(Word.NET, wording.money(sum.net()));
        figure(Word.ORDERS, wording.number(sum.orders()));
        figure(Word.AVERAGE, in.averageOrder().map(wording::money).orElse("–"));
        figure(Word.REFUNDS, wording.money(sum.refunds()));
        out.append("</dl>");
        net(in, "net-" + code);
        orders(in, "orders-" + code);
        out.append("</section>");
    }

    private void heading(String text) {
        out.append("<section><h2>%s</h2><dl class=\"figures\">".formatted(Html.of(text)));
    }

    private void net(SalesDashboard.InCurrency in, String id) {
        SalesRow sum = in.sum();
        Table table = new Table(wording, dashboard.grain(), Word.NET);
        table.head(Word.NET, Word.GROSS, Word.DISCOUNT, Word.REFUNDS);
        List<BarChart.Bar> bars = new ArrayList<>();
        for (SalesRow step : in.steps()) {
            bars.add(bar(step.day(), step.net().minorUnits(), wording.money(step.net())));
            table.row(step.day(), amounts(step));
        }
        chart(id, Word.NET, bars, value -> wording.shortMoney(value, sum.currency()), wording.money(sum.net()));
        out.append(table.html(amounts(sum), Word.MONEY_NOTE));
    }

    private void orders(SalesDashboard.InCurrency in, String id) {
        Table table = new Table(wording, dashboard.grain(), Word.ORDERS);
        table.head(Word.ORDERS, Word.UNITS);
        List<BarChart.Bar> bars = new ArrayList<>();
        for (SalesRow step : in.steps()) {
            bars.add(bar(step.day(), step.orders(), wording.number(step.orders())));
            table.row(step.day(), counts(step));
        }
        chart(id, Word.ORDERS, bars, wording::number, wording.number(in.sum().orders()));
        out.append(table.html(counts(in.sum()), null));
    }

    private List<String> amounts(SalesRow row) {
        return List.of(
                wording.money(row.net()),
                wording.money(row.gross()),
                wording.money(row.discount()),
                wording.money(row.refunds()));
    }

    private List<String> counts(SalesRow row) {
        return List.of(wording.number(row.orders()), wording.number(row.units()));
    }

    private void visits() {
        ConversionRow sum = dashboard.visits().sum();
        heading(wording.of(Word.SESSIONS));
        figure(Word.SESSIONS, wording.number(sum.sessions()));
        figure(Word.CART_SESSIONS, wording.number(sum.cartSessions()));
        figure(Word.ORDER_SESSIONS, wording.number(sum.orderSessions()));
        figure(Word.CONVERSION, rate(sum));
        out.append("</dl>");
        Table table = new Table(wording, dashboard.grain(), Word.SESSIONS);
        table.head(Word.SESSIONS, Word.CART_SESSIONS, Word.ORDER_SESSIONS, Word.CONVERSION, Word.PLACED);
        List<BarChart.Bar> bars = new ArrayList<>();
        for (int i = 0; i < dashboard.starts().size(); i++) {
            LocalDate start = dashboard.starts().get(i);
            ConversionRow step = dashboard.visits().steps().get(i);
            bars.add(visit(start, step));
            table.row(start, figures(step));
        }
        chart("visits", Word.SESSIONS, bars, wording::number, wording.number(sum.sessions()));
        out.append("<p class=\"legend\"><span class=\"bar\"></span> %s <span class=\"part\"></span> %s</p>"
                .formatted(Html.of(wording.of(Word.SESSIONS)), Html.of(wording.of(Word.ORDER_SESSIONS))));
        out.append(table.html(figures(sum), Word.VISITS_NOTE)).append("</section>");
    }

    private BarChart.Bar visit(LocalDate start, ConversionRow step) {
        String said = "%s, %s %s"
                .formatted(
                        wording.number(step.sessions()),
                        wording.of(Word.ORDER_SESSIONS),
                        wording.number(step.orderSessions()));
        BarChart.Bar bar = bar(start, step.sessions(), said);
        return new BarChart.Bar(bar.label(), bar.name(), bar.value(), step.orderSessions());
    }

    private List<String> figures(ConversionRow row) {
        return List.of(
                wording.number(row.sessions()),
                wording.number(row.cartSessions()),
                wording.number(row.orderSessions()),
                rate(row),
                wording.number(row.orders()));
    }

    private String rate(ConversionRow row) {
        return row.conversionRate().map(wording::percent).orElse("–");
    }

    private void figure(Word word, String value) {
        out.append("<div><dt>%s</dt><dd>%s</dd></div>".formatted(Html.of(wording.of(word)), Html.of(value)));
    }

    private BarChart.Bar bar(LocalDate start, long value, String said) {
        return new BarChart.Bar(
                wording.step(start, dashboard.grain()),
                wording.fullStep(start, dashboard.grain()) + ": " + said,
                value,
                0);
    }

    private void chart(String id, Word word, List<BarChart.Bar> bars, LongFunction<String> tick, String sum) {
        String title = wording.of(word);
        String description = "%s, %s: %s".formatted(title, period(), sum);
        out.append("<h3>%s</h3><figure>%s</figure>"
                .formatted(Html.of(title), new BarChart(id, title, description, bars, tick).svg()));
    }

    private static String style() {
        try (InputStream css = SalesPage.class.getResourceAsStream("dashboard.css")) {
            return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String hash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
