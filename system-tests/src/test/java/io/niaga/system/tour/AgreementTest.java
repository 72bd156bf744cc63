package io.niaga.system.tour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AgreementTest {
    private static final String PAGE =
            page("{\"id\": \"ord_01m8geq503e0085b1mx5rmaqca\", \"items\": [{\"n\": 1}, {\"n\": 2}],"
                    + " \"at\": \"2026-11-28T06:50:41.001Z\", \"none\": []}");

    @Test
    void ids_times_more_fields_and_more_elements_agree() {
        assertThat(Agreement.differences(
                        PAGE,
                        page("{\"new\": true, \"none\": [], \"items\": [{\"n\": 1}, {\"n\": 9}, {\"n\": 2, \"m\": 3}],"
                                + " \"at\": \"2027-01-01T00:00:00Z\", \"id\": \"ord_01m8geq503e0085b1mx5rmaqcb\"}")))
                .isEmpty();
    }

    @Test
    void what_is_missing_or_different_does_not() {
        assertDisagrees(
                "{\"id\": \"ord_01m8geq503e0085b1mx5rmaqca\", \"items\": [{\"n\": 1}, {\"n\": 2}], \"none\": []}");
        assertDisagrees(PAGE_BODY.replace("\"n\": 2", "\"n\": 3"));
        assertDisagrees(PAGE_BODY.replace("{\"n\": 1}, {\"n\": 2}", "{\"n\": 2}, {\"n\": 1}"));
        assertDisagrees(PAGE_BODY.replace("[]", "[1]"));
        assertDisagrees(PAGE_BODY.replace("ord_", "pay_"));
        assertThat(Agreement.differences(PAGE, PAGE.replace("200", "201"))).hasSize(1);
        assertThat(Agreement.differences(PAGE, PAGE + PAGE)).hasSize(1);
        assertThat(Agreement.differences(PAGE, PAGE.replace("A page", "Another")))
                .hasSize(1);
    }

    private static final String PAGE_BODY = PAGE.substring(PAGE.indexOf('{'), PAGE.lastIndexOf('}') + 1);

    private static void assertDisagrees(String body) {
        assertThat(Agreement.differences(PAGE, page(body))).as(body).hasSize(1);
    }

    private static String page(String body) {
        return "# A page\n\n```http\nHTTP/1.1 200\nLocation: /v1/orders/ord_01m8geq503e0085b1mx5rmaqca\n\n" + body
                + "\n```\n";
    }
}
