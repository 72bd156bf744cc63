package io.niaga.orders.quote.clients;

import io.niaga.orders.offer.Storefront;
import io.niaga.orders.quote.Calculation;
import io.niaga.orders.quote.Evaluations;
import io.niaga.orders.quote.QuoteProblem;
import io.niaga.service.clients.RemoteRefused;
import io.niaga.service.clients.RemoteUnavailable;
import io.niaga.types.CommonProblem;
import io.niaga.types.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What a coupon is worth, over HTTP. */
@Component
public final class LoyaltyEvaluations implements Evaluations {
    private static final Logger LOG = LoggerFactory.getLogger(LoyaltyEvaluations.class);

    private final LoyaltyApi loyalty;

    LoyaltyEvaluations(LoyaltyApi loyalty) {
        this.loyalty = loyalty;
    }

    @Override
    public List<Money> evaluate(
            Storefront storefront, String customerKey, String couponCode, List<Calculation.Wanted> lines) {
        List<LoyaltyApi.Line> asked = new ArrayList<>();
        for (Calculation.Wanted line : lines) {
            asked.add(new LoyaltyApi.Line(asked.size() + 1, line.offer().sku(), line.quantity(), line.gross()));
        }
        String currency = storefront.currency().getCurrencyCode();
        try {
            LoyaltyApi.Answer answer = loyalty.evaluate(
                    new LoyaltyApi.Question(storefront.store(), currency, customerKey, couponCode, 0, asked));
            List<Money> discounts = new ArrayList<>(Calculation.none(lines.size(), storefront.currency()));
            answer.discounts().forEach(d -> discounts.set(d.line() - 1, d.amount()));
            return List.copyOf(discounts);
        } catch (RemoteRefused refused) {
            throw translated(refused);
        } catch (RemoteUnavailable away) {
            LOG.warn("A coupon cannot be asked about: {}", away.getMessage());
            throw CommonProblem.SERVICE_UNAVAILABLE.with("needed", "loyalty");
        }
    }

    private static RuntimeException translated(RemoteRefused refused) {
        return Stream.of(QuoteProblem.values())
                .filter(problem -> problem.code().equals(refused.code()))
                .<RuntimeException>map(QuoteProblem::now)
                .findFirst()
                .orElse(refused);
    }
}
