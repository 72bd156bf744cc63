package io.niaga.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.types.StoreId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OfferMethodsTest {
    private static final StoreId HOME = StoreId.of("sto_01kavf8g00e4ttm0nbdjqsmn0n");
    private static final StoreId ABROAD = StoreId.of("sto_01kavf8g00e4ttm0nbdjqsmn1n");
    private static final StoreId UNHEARD_OF = StoreId.of("sto_01kavf8g00e4ttm0nbdjqsmn2n");

    private static final StoreCurrencies KNOWN = new StoreCurrencies() {
        private final Map<StoreId, Currency> all =
                Map.of(HOME, Currency.getInstance("IDR"), ABROAD, Currency.getInstance("USD"));

        @Override
        public void keep(StoreId store, Currency currency) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Currency> of(StoreId store) {
            return Optional.ofNullable(all.get(store));
        }
    };

    private final OfferMethods offer = new OfferMethods(EnumSet.allOf(PaymentMethod.class), KNOWN);

    @Test
    void a_store_is_paid_with_what_takes_its_currency() {
        assertThat(offer.methods(HOME)).containsExactly(PaymentMethod.values());
        assertThat(offer.methods(ABROAD)).doesNotContain(PaymentMethod.QRIS).hasSize(4);
    }

    @Test
    void whatever_is_offered_is_told_of_a_store_nobody_heard_of_and_without_a_store() {
        assertThat(offer.methods(UNHEARD_OF)).containsExactly(PaymentMethod.values());
        assertThat(offer.methods(null)).containsExactly(PaymentMethod.values());
        OfferMethods less = new OfferMethods(EnumSet.of(PaymentMethod.COD), KNOWN);
        assertThat(less.methods(ABROAD)).containsExactly(PaymentMethod.COD);
    }
}
