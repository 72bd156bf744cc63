package io.niaga.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.niaga.payments.ledger.AccountBalance;
import io.niaga.payments.ledger.Ledger;
import io.niaga.payments.ledger.Posting;
import io.niaga.types.Money;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerMetersTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void books_that_balance_show_zero_and_others_their_difference() {
        Books books = new Books();
        LedgerMeters watched = new LedgerMeters(books, meters);
        assertThat(difference("IDR")).isZero();
        books.cash = 500;
        watched.addUp();
        assertThat(difference("IDR")).isZero();
        books.cash = 480;
        watched.addUp();
        assertThat(difference("IDR")).isEqualTo(20);
    }

    private double difference(String currency) {
        return meters.get("niaga.ledger.imbalance")
                .tag("currency", currency)
                .gauge()
                .value();
    }

    /** Owes 500 and has what it has. */
    private static final class Books implements Ledger {
        private long cash;

        @Override
        public void add(Posting posting) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Currency> currencies() {
            return List.of(Currency.getInstance("IDR"));
        }

        @Override
        public List<AccountBalance> balances(Currency currency) {
            Money zero = Money.zero(currency);
            return List.of(
                    new AccountBalance("cash", new Money(cash, currency), zero),
                    new AccountBalance("owed", zero, new Money(500, currency)));
        }

        @Override
        public List<Posting> ofOrder(String orderId) {
            return List.of();
        }

        @Override
        public List<Posting> ofPayment(String paymentId) {
            return List.of();
        }

        @Override
        public List<Posting> suspended(Currency currency, int limit) {
            return List.of();
        }
    }
}
