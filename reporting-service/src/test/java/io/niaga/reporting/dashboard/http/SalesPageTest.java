package io.niaga.reporting.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.reporting.conversion.ConversionRow;
import io.niaga.reporting.dashboard.Grain;
import io.niaga.reporting.dashboard.SalesDashboard;
import io.niaga.reporting.sales.Period;
import io.niaga.reporting.sales.SalesRow;
import io.niaga.types.Money;
import io.niaga.types.StoreId;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SalesPageTest {
    private static final Currency IDR = Currency.getInstance("IDR");
    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");

    private static Money idr(long rupiah) {
        return Money.ofMinor(rupiah * 100, "IDR");
    }

    /** Thirty days with a bad one among them. */
    private static SalesDashboard november(@Nullable String name) {
        List<LocalDate> starts = new ArrayList<>();
        List<SalesRow> rows = new ArrayList<>();
        List<ConversionRow> visits = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            LocalDate day = FIRST.plusDays(i);
            long orders = i == 12 ? 0 : 20 + i * 7 % 23;
            Money gross = idr(orders * 312_450L);
            Money discount = idr(orders * 12_000L);
            Money refunds = i == 12 ? idr(2_450_000) : idr(0);
            Money net = gross.minus(discount).minus(refunds);
            starts.add(day);
            rows.add(new SalesRow(day, orders, orders * 2, gross, discount, idr(0), idr(0), refunds, net));
            visits.add(new ConversionRow(orders * 31, orders * 90, orders * 5, orders * 4, orders + 3, orders));
        }
        SalesRow sum = rows.stream().reduce(SalesRow.none(FIRST, IDR), SalesRow::plus);
        ConversionRow visited = visits.stream().reduce(ConversionRow.NONE, ConversionRow::plus);
        return new SalesDashboard(
                StoreId.of("sto_01h455vb4pex5vsknk084sn02q"),
                name,
                new Period(FIRST, FIRST.plusDays(29)),
                ZoneId.of("Asia/Jakarta"),
                Grain.DAY,
                starts,
                List.of(new SalesDashboard.InCurrency(sum, rows)),
                new SalesDashboard.Visits(visited, visits),
                Instant.parse("2026-11-30T10:15:00Z"));
    }

    /** The page is also well-formed XML, apart from the doctype and the two empty tags of its head. */
    private static Document parsed(String html) throws Exception {
        String xml = html.replaceFirst("<!doctype html>", "").replaceAll("<meta ([^>]*)>", "<meta $1/>");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static List<String> texts(Document page, String tag) {
        NodeList nodes = page.getElementsByTagName(tag);
        return Stream.iterate(0, i -> i + 1)
                .limit(nodes.getLength())
                .map(i -> nodes.item(i).getTextContent())
                .toList();
    }

    @Test
    void it_says_the_same_in_both_languages() throws Exception {
        Document indonesian = parsed(SalesPage.of(november("Toko Batik"), Wording.of("id-ID,id;q=0.9,en;q=0.8")));
        Document english = parsed(SalesPage.of(november("Toko Batik"), Wording.of("en-GB,en;q=0.9")));
        assertThat(texts(indonesian, "h1")).containsExactly("Penjualan · Toko Batik");
        assertThat(texts(english, "h1")).containsExactly("Sales · Toko Batik");
        assertThat(texts(indonesian, "h3")).containsExactly("Penjualan bersih", "Pesanan", "Kunjungan");
        assertThat(texts(english, "h3")).containsExactly("Net sales", "Orders", "Visits");
        assertThat(texts(english, "dd")).contains("3.2%");
        assertThat(texts(indonesian, "dd")).contains("3,2%");
        assertThat(texts(indonesian, "dd").getFirst()).startsWith("Rp");
        assertThat(indonesian.getDocumentElement().getAttribute("lang")).isEqualTo("id");
    }

    @ParameterizedTest
    @CsvSource({"en,en", "id,id", "fr,id", "'fr,en;q=0.5',en", "'en;q=0.3,id;q=0.4',id", "';;;',id", "'',id"})
    void the_language_is_the_callers_first_of_the_two(String header, String language) {
        assertThat(Wording.of(header).language()).isEqualTo(language);
    }

    @Test
    void every_chart_has_a_name_a_description_and_a_table() throws Exception {
        Document page = parsed(SalesPage.of(november("Toko"), Wording.of("en")));
        NodeList charts = page.getElementsByTagName("svg");
        assertThat(charts.getLength()).isEqualTo(3);
        assertThat(page.getElementsByTagName("table").getLength()).isEqualTo(3);
        for (int i = 0; i < charts.getLength(); i++) {
            var chart = (Element) charts.item(i);
            assertThat(chart.getAttribute("role")).isEqualTo("img");
            assertThat(chart.getElementsByTagName("desc").item(0).getTextContent())
                    .contains("November");
            // One for the chart, one for each bar.
            assertThat(chart.getElementsByTagName("title").getLength()).isEqualTo(31);
        }
        assertThat(texts(page, "tbody")).allSatisfy(body -> assertThat(body).contains("Fri, 13 Nov 2026"));
    }

    @Test
    void nothing_is_loaded_and_only_the_known_style_is_allowed() throws Exception {
        String html = SalesPage.of(november("Toko"), Wording.of("en"));
        assertThat(html).doesNotContainPattern("<script|<link|<img|<iframe|@import|url\\(|https?://|style=|onload");
        String style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        assertThat(SalesPage.POLICY)
                .contains("default-src 'none'")
                .contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'")
                .doesNotContain("unsafe");
    }

    @Test
    void a_stores_name_is_only_a_name() throws Exception {
        String name = "\"><script>alert('x')</script>&amp;\u0000";
        String html = SalesPage.of(november(name), Wording.of("en"));
        assertThat(html).doesNotContain("<script");
        assertThat(texts(parsed(html), "h1")).containsExactly("Sales · " + name.replace('\u0000', ' '));
    }

    @Test
    void bars_stay_within_the_chart_and_losses_hang_below_zero() throws Exception {
        Document page = parsed(SalesPage.of(november("Toko"), Wording.of("en")));
        NodeList bars = page.getElementsByTagName("rect");
        int below = 0;
        for (int i = 0; i < bars.getLength(); i++) {
            var bar = (Element) bars.item(i);
            int y = Integer.parseInt(bar.getAttribute("y"));
            int x = Integer.parseInt(bar.getAttribute("x"));
            assertThat(y).isBetween(0, 260);
            assertThat(y + Integer.parseInt(bar.getAttribute("height"))).isLessThanOrEqualTo(240);
            assertThat(x + Integer.parseInt(bar.getAttribute("width"))).isLessThanOrEqualTo(760);
            below += bar.getAttribute("class").equals("below") ? 1 : 0;
        }
        assertThat(below).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "-5,0", "-5,3", "999999999999999,1", "-900000000000000,-1"})
    void any_values_can_be_drawn(long one, long other) {
        List<BarChart.Bar> bars = List.of(new BarChart.Bar("a", "a", one, 0), new BarChart.Bar("b", "b", other, other));
        String svg = new BarChart("c", "t", "d", bars, Long::toString).svg();
        assertThat(svg.split("<line", -1).length - 1).isBetween(2, 9);
    }

    @Test
    void nothing_sold_is_said() throws Exception {
        SalesDashboard empty = new SalesDashboard(
                StoreId.of("sto_01h455vb4pex5vsknk084sn02q"),
                null,
                new Period(FIRST, FIRST),
                ZoneId.of("UTC"),
                Grain.DAY,
                List.of(FIRST),
                List.of(),
                new SalesDashboard.Visits(ConversionRow.NONE, List.of(ConversionRow.NONE)),
                Instant.parse("2026-11-30T10:15:00Z"));
        Document page = parsed(SalesPage.of(empty, Wording.of("en")));
        assertThat(texts(page, "p")).contains("Nothing was sold in this period.");
        assertThat(texts(page, "dd")).contains("–");
    }

    @Test
    void it_can_be_looked_at() throws Exception {
        Path file = Path.of("target", "dashboard.html");
        Files.createDirectories(file.getParent());
        Files.writeString(file, SalesPage.of(november("Toko Batik Nusantara"), Wording.of("id")));
        assertThat(file).isNotEmptyFile();
    }
}
