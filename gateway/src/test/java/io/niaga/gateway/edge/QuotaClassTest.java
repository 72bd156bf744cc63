package io.niaga.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaClassTest {
    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "GET,/v1/products,READ",
        "GET,/v1/orders/ord_1,READ",
        "OPTIONS,/v1/orders,READ",
        "POST,/v1/orders,CHECKOUT",
        "POST,/v1/quotes,CHECKOUT",
        "PUT,/v1/carts/crt_1/items/KMJ-1,WRITE",
        "POST,/v1/product-imports,IMPORT",
        "PUT,/v1/prices,IMPORT",
        "PUT,/v1/prices/KMJ-1,WRITE",
        "POST,/v1/users,REGISTRATION",
        "POST,/v1/stores/sto_1/members,REGISTRATION",
        "PUT,/v1/stores/sto_1/members/usr_1,WRITE",
        "GET,/v1/stores/sto_1/members,READ",
        "POST,/v1/order-links,REGISTRATION",
        "POST,/v1/users/usr_1/roles,WRITE",
        "POST,/v1/behaviour-events,BEHAVIOUR",
        "POST,/v1/payment-webhooks/sandbox,WEBHOOK"
    })
    void a_request_uses_the_quota_of_its_class(String method, String path, QuotaClass quota) {
        assertThat(QuotaClass.of(method, path)).isEqualTo(quota);
    }
}
