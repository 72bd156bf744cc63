package io.niaga.orders;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.niaga.testsupport.Neighbours;
import io.niaga.types.StoreId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The services around this one, as they answer when nothing is wrong; tests spoil single answers. */
final class Surrounding {
    static final StoreId STORE = StoreId.of("sto_01kavf8g00e4ttm0nbdjqsmn0n");
    static final StoreId OTHER = StoreId.of("sto_01kavf8g00e4ttm0nbdjqsmn0p");
    static final String SHIRT = "KMJ-PRG-CKL-M";
    static final String SARONG = "SRG-01";
    static final List<String> SKUS = List.of(SHIRT, SARONG);
    static final String PRICES = "/catalog/internal/v1/price-lookups";
    static final String PROMISES = "/fulfillment/internal/v1/promises";
    static final String RESERVATION = "/fulfillment/internal/v1/reservations/rsv_[0-9a-z]{26}";
    static final String COMMITMENT = RESERVATION + "/commitment";
    static final String EVALUATIONS = "/loyalty/internal/v1/evaluations";
    static final String HOLD = "/loyalty/internal/v1/coupon-holds/hld_[0-9a-z]{26}";
    static final String PAYMENT = "/payment/internal/v1/payments/pay_[0-9a-z]{26}";
    static final String PAYMENT_CANCELLATION = PAYMENT + "/cancellation";
    static final String REFUND = "/payment/internal/v1/refunds/rfd_[0-9a-z]{26}";

    static final String RESTOCK = "/fulfillment/internal/v1/restocks/ret_[0-9a-z]{26}";
    static final String ADDRESS = RESERVATION + "/address";

    private Surrounding() {}

    static void everythingWorks() {
        prices("249000.00", "150000.00");
        stub(post(urlEqualTo(PROMISES)), promises(25, 25));
        stub(put(urlPathMatching(RESERVATION)), okJson("{\"id\":\"rsv\",\"state\":\"HELD\",\"fence\":1}"));
        stub(put(urlPathMatching(COMMITMENT)), okJson("{\"id\":\"rsv\",\"state\":\"COMMITTED\"}"));
        stub(put(urlPathMatching(ADDRESS)), okJson("{\"id\":\"rsv\",\"state\":\"COMMITTED\"}"));
        stub(put(urlPathMatching(RESTOCK)), okJson("{\"id\":\"ret\",\"state\":\"RESTOCKED\"}"));
        stub(delete(urlPathMatching(RESERVATION)), okJson("{\"id\":\"rsv\",\"state\":\"RELEASED\"}"));
        stub(put(urlPathMatching(HOLD)), okJson("{\"id\":\"hld\",\"couponId\":\"cpn\",\"state\":\"HELD\"}"));
        stub(delete(urlPathMatching(HOLD)), okJson("{\"id\":\"hld\",\"state\":\"GIVEN_BACK\"}"));
        stub(post(urlEqualTo(EVALUATIONS)), discounts("49800.00", "0.00"));
        opened("REQUIRES_ACTION", "CONFIRM", null);
        stub(
                put(urlPathMatching(PAYMENT_CANCELLATION)),
                okJson("{\"id\":\"pay\",\"state\":\"CANCELLED\",\"assurance\":null}"));
        stub(put(urlPathMatching(REFUND)), okJson("{\"id\":\"rfd\",\"state\":\"SUCCEEDED\"}"));
    }

    static void stub(MappingBuilder request, ResponseDefinitionBuilder answer) {
        Neighbours.server().stubFor(request.willReturn(answer));
    }

    static void prices(String shirt, String sarong) {
        stub(
                post(urlEqualTo(PRICES)),
                okJson(store("IDR", true) + "\"items\":[" + item(SHIRT, shirt, true) + "," + item(SARONG, sarong, true)
                        + "],\"unknown\":[]}"));
    }

    static String store(String currency, boolean taxIncluded) {
        return "{\"storeId\":\"" + STORE + "\",\"storeName\":\"Toko Nusantara\",\"currency\":\"" + currency
                + "\",\"timeZone\":\"Asia/Jakarta\",\"taxIncluded\":" + taxIncluded + ",\"taxRate\":\"11.00\",";
    }

    static String item(String sku, String price, boolean published) {
        return "{\"sku\":\"" + sku + "\",\"productId\":\"prd_01kavf8g00e4ttm0nbdjqsmn0n\",\"published\":" + published
                + ",\"name\":\"Kemeja " + sku + "\",\"options\":{\"size\":\"M\"},\"image\":null,\"unitPrice\":"
                + money(price) + "}";
    }

    static String money(String amount) {
        return "{\"amount\":\"" + amount + "\",\"currency\":\"IDR\"}";
    }

    static ResponseDefinitionBuilder promises(int shirts, int sarongs) {
        return okJson("{\"options\":["
                + "{\"id\":\"sho_reg\",\"carrier\":\"sandbox\",\"service\":\"REG\",\"price\":" + money("15000.00")
                + ",\"promisedBy\":\"2026-12-01T10:00:00Z\"},"
                + "{\"id\":\"sho_next\",\"carrier\":\"sandbox\",\"service\":\"NEXT\",\"price\":" + money("30000.00")
                + ",\"promisedBy\":\"2026-11-27T10:00:00Z\"}],\"lines\":["
                + "{\"sku\":\"" + SHIRT + "\",\"available\":" + shirts + ",\"availability\":\"IN_STOCK\"},"
                + "{\"sku\":\"" + SARONG + "\",\"available\":" + sarongs + ",\"availability\":\"IN_STOCK\"}]}");
    }

    static ResponseDefinitionBuilder discounts(String... amounts) {
        List<String> all = Arrays.asList(amounts);
        return okJson("{\"couponId\":\"cpn\",\"discounts\":["
                + all.stream()
                        .map(a -> "{\"line\":" + (all.indexOf(a) + 1) + ",\"amount\":" + money(a) + "}")
                        .collect(Collectors.joining(","))
                + "]}");
    }

    static void opened(String state, String action, String assurance) {
        stub(
                put(urlPathMatching(PAYMENT)),
                okJson("{\"id\":\"pay\",\"state\":\"" + state + "\",\"nextAction\":{\"type\":\"" + action
                        + "\"},\"assurance\":" + (assurance == null ? "null" : "\"" + assurance + "\"") + "}"));
    }

    static ResponseDefinitionBuilder refused(int status, String code, String params) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json")
                .withBody("{\"type\":\"/problems/" + code + "\",\"title\":\"" + code + "\",\"status\":" + status
                        + ",\"detail\":\"" + code + "\",\"code\":\"" + code + "\",\"params\":" + params + "}");
    }

    static ResponseDefinitionBuilder broken() {
        return aResponse().withStatus(503);
    }
}
