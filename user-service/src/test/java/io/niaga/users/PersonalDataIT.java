package io.niaga.users;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.niaga.events.Topics;
import io.niaga.events.orders.OrderAccessAskedV1;
import io.niaga.events.orders.OrderExpiredV1;
import io.niaga.events.orders.OrderTotalsV1;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.Neighbours;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.TestTokens;
import io.niaga.types.Money;
import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import io.niaga.types.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Whatever people tell us, and however it fails: nothing of it is in the log, and nothing of it is told. */
@NiagaIT(properties = {"logging.level.io.niaga=debug", "logging.level.io.niaga.service.problem=info"})
@ExtendWith(OutputCaptureExtension.class)
class PersonalDataIT {
    private static final String MAIL = "rahasia.sekali.4711@example.com";
    private static final String PASSWORD = "kata-sandi-4711-x";
    private static final String NAME = "Raden Rahasia Empattujuh";
    private static final String PHONE = "+6281247114711";
    private static final String STREET = "Jalan Rahasia Nomor 4711";
    private static final String CODE = "v1.ord_4711.4711.kode-rahasia";
    private static final List<String> PERSONAL =
            List.of(MAIL, "rahasia.sekali", PASSWORD, NAME, "Raden", PHONE, STREET, CODE, "kode-rahasia");

    private static final RefusingMailServer MAIL_SERVER = new RefusingMailServer("450 4.7.1");

    @Autowired
    Api api;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        registry.add("niaga.user.directory-url", Keycloak::url);
        registry.add("niaga.user.smtp-url", MAIL_SERVER::url);
    }

    private static Map<String, Object> address(String phone) {
        return Map.of(
                "recipient",
                NAME,
                "phone",
                phone,
                "lines",
                List.of(STREET),
                "villageCode",
                "31.71.01.1001",
                "postalCode",
                "10110",
                "country",
                "ID");
    }

    @Test
    void nothing_personal_is_logged_or_told(CapturedOutput log) {
        UUID subject = UUID.randomUUID();
        Keycloak.takes(subject);
        Map<String, String> registration = Map.of("email", MAIL, "password", PASSWORD, "name", NAME);
        String id = UserId.ofSubject(subject).value();
        eventually(() -> api.post("/v1/users", registration).expect(201));
        Api person = api.as(TestTokens.customer(UserId.of(id)));
        person.post("/v1/me/addresses", address(PHONE)).expect(201);
        person.get("/v1/me").expect(200);
        String order = letter();

        for (int status : new int[] {400, 409, 500, 503}) {
            Keycloak.refuses(status);
            api.post("/v1/users", registration);
        }
        api.post("/v1/users", Map.of("email", MAIL, "password", PASSWORD, "name", NAME, "surname", NAME))
                .expectProblem(400, "UNKNOWN_FIELD");
        api.send(
                        "POST",
                        "/v1/users",
                        "application/json",
                        ("{\"email\":\"" + MAIL + "\",\"name\":{\"" + NAME + "\"").getBytes(StandardCharsets.UTF_8))
                .expect(400);
        person.post("/v1/me/addresses", address(PHONE + "x" + STREET)).expectProblem(400, "INVALID_REQUEST");
        person.get("/v1/stores?after=" + "x" + MAIL).expectProblem(400, "INVALID_PARAMETER");

        appointed();

        eventually(() -> assertThat(TestEvents.told(Topics.USER, id)).isNotEmpty());
        TestEvents.told(Topics.USER, id)
                .forEach(told -> assertThat(String.valueOf(told.body())).doesNotContain(PERSONAL));
        assertThat(api.as(TestTokens.operator())
                        .get("/v1/notifications?orderId=" + order)
                        .body())
                .doesNotContain(PERSONAL);
        // Both failures were logged, so somebody is listening.
        eventually(() -> assertThat(log.getAll().lines().filter(line -> line.contains("could not be sent")))
                .hasSizeGreaterThanOrEqualTo(2));
        assertThat(log.getAll().lines())
                .filteredOn(line -> PERSONAL.stream().anyMatch(line::contains))
                .isEmpty();
    }

    /** Whatever the identity server answers when it is asked for a mail address. */
    private void appointed() {
        StoreId store = StoreId.of(new TypeId("sto", UUID.randomUUID()).toString());
        Map<String, Object> settings = Map.of(
                "name", "Toko",
                "currency", "IDR",
                "languages", List.of("id"),
                "timeZone", "Asia/Jakarta",
                "countryCode", "ID",
                "taxRate", "11.00");
        Api operator = api.as(TestTokens.operator());
        operator.put("/v1/stores/" + store, settings).expect(201);
        Map<String, Object> seller = Map.of("email", MAIL, "roles", List.of("seller"));
        for (int status : new int[] {400, 404, 500}) {
            Keycloak.SERVER.resetAll();
            Keycloak.SERVER.stubFor(WireMock.any(WireMock.anyUrl())
                    .willReturn(WireMock.aResponse().withStatus(status)));
            operator.once("mail").post("/v1/stores/" + store + "/members", seller);
        }
    }

    /** A letter that the mail server refuses, and one that order-service fails to give the contact for. */
    private String letter() {
        TypeId order = new TypeId("ord", UUID.randomUUID());
        TypeId failing = new TypeId("ord", UUID.randomUUID());
        Neighbours.server()
                .stubFor(WireMock.get(WireMock.urlPathEqualTo("/order/internal/v1/orders/" + order + "/contact"))
                        .willReturn(WireMock.okJson("""
                                {"number":"N-1","storeName":"Toko","language":"en","email":"%s","phone":"%s",\
                                "recipient":"%s","lines":[],\
                                "totals":{"total":{"amount":"2.00","currency":"IDR"}},"accessCode":"%s"}""".formatted(MAIL, PHONE, NAME, CODE))));
        Neighbours.server()
                .stubFor(WireMock.get(WireMock.urlPathEqualTo("/order/internal/v1/orders/" + failing + "/contact"))
                        .willReturn(WireMock.aResponse().withStatus(500).withBody("{\"email\":\"" + MAIL + "\"}")));
        String store = new TypeId("sto", UUID.randomUUID()).toString();
        Money zero = Money.of("0.00", "IDR");
        OrderTotalsV1 totals = new OrderTotalsV1(zero, zero, zero, zero, zero);
        for (TypeId each : List.of(order, failing)) {
            Instant at = Instant.now();
            OrderAccessAskedV1 asked = new OrderAccessAskedV1(each.toString(), store, at);
            TestEvents.tell(Topics.ORDER, each.toString(), OrderAccessAskedV1.TYPE, 2, asked);
            OrderExpiredV1 expired = new OrderExpiredV1(each.toString(), "N-1", store, null, totals, at, at);
            TestEvents.tell(Topics.ORDER, each.toString(), OrderExpiredV1.TYPE, 3, expired);
        }
        eventually(() -> assertThat(MAIL_SERVER.refused()).isPositive());
        return order.toString();
    }
}
