package io.niaga.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.niaga.orders.cart.Cart;
import org.junit.jupiter.api.Test;

class OrdersPropertiesTest {
    @Test
    void a_cart_token_opens_no_cart_that_is_forgotten() {
        assertThat(new OrdersProperties.Carts(Cart.KEPT).tokenValidity()).isEqualTo(Cart.KEPT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrdersProperties.Carts(Cart.KEPT.plusMillis(1)))
                .withMessageContaining("token-validity");
    }
}
