package io.niaga.payments.ledger.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.niaga.payments.ledger.AccountBalance;
import io.niaga.payments.ledger.Entry.Side;
import io.niaga.payments.ledger.Ledger;
import io.niaga.payments.ledger.Posting;
import io.niaga.types.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The ledger in MongoDB: a transaction is one document with all its entries, inserted under its key and never changed. */
public final class MongoLedger implements Ledger {
    private static final String COLLECTION = "ledger";
    private static final int MOST = 1000;
    private final MongoTemplate mongo;

    public MongoLedger(MongoTemplate mongo) {
        this.mongo = mongo;
        collection().createIndex(Indexes.ascending("orderId", "at"));
        collection().createIndex(Indexes.ascending("paymentId", "at"));
        collection().createIndex(Indexes.ascending("currency"));
        collection().createIndex(Indexes.ascending("kind", "currency", "at"));
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }

    @Override
    public void add(Posting posting) {
        try {
            mongo.insert(PostingMapping.of(posting), COLLECTION);
        } catch (DuplicateKeyException booked) {
            // At most once per key: it is booked.
        }
    }

    @Override
    public List<Currency> currencies() {
        return collection()
                .distinct("currency", String.class)
                .map(Currency::getInstance)
                .into(new ArrayList<>());
    }

    @Override
    public List<AccountBalance> balances(Currency currency) {
        Map<String, AccountBalance> accounts = new TreeMap<>();
        Money zero = Money.zero(currency);
        collection()
                .aggregate(List.of(
                        Aggregates.match(Filters.eq("currency", currency.getCurrencyCode())),
                        Aggregates.unwind("$entries"),
                        Aggregates.group(
                                new Document("account", "$entries.account").append("side", "$entries.side"),
                                Accumulators.sum("amount", "$entries.amount"))))
                .forEach(row -> {
                    Document key = row.get("_id", Document.class);
                    Money sum = new Money(row.get("amount", Number.class).longValue(), currency);
                    boolean debit = Side.valueOf(key.getString("side")) == Side.DEBIT;
                    AccountBalance part =
                            new AccountBalance(key.getString("account"), debit ? sum : zero, debit ? zero : sum);
                    accounts.merge(part.account(), part, MongoLedger::together);
                });
        return List.copyOf(accounts.values());
    }

    private static AccountBalance together(AccountBalance a, AccountBalance b) {
        return new AccountBalance(
                a.account(), a.debit().plus(b.debit()), a.credit().plus(b.credit()));
    }

    @Override
    public List<Posting> ofOrder(String orderId) {
        return oldestFirst(Filters.eq("orderId", orderId));
    }

    @Override
    public List<Posting> ofPayment(String paymentId) {
        return oldestFirst(Filters.eq("paymentId", paymentId));
    }

    private List<Posting> oldestFirst(Bson which) {
        return collection()
                .find(which)
                .sort(Sorts.ascending("at"))
                .limit(MOST)
                .map(PostingMapping::toPosting)
                .into(new ArrayList<>());
    }

    @Override
    public List<Posting> suspended(Currency currency, int limit) {
        return collection()
                .find(Filters.and(Filters.eq("kind", "SUSPENSE"), Filters.eq("currency", currency.getCurrencyCode())))
                .sort(Sorts.descending("at"))
                .limit(limit)
                .map(PostingMapping::toPosting)
                .into(new ArrayList<>());
    }
}
