package io.niaga.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.orders.cart.Carts;
import io.niaga.orders.order.OrderLists;
import io.niaga.orders.order.OrderNumber;
import io.niaga.orders.order.Orders;
import io.niaga.orders.order.ReturnId;
import io.niaga.orders.returns.ReturnLists;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.RecordedFinds;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.MongoDatabaseFactory;

@NiagaIT
class IndexIT {
    @Autowired
    OrderLists lists;

    @Autowired
    Orders orders;

    @Autowired
    ReturnLists returns;

    @Autowired
    Carts carts;

    @Autowired
    RecordedFinds recorded;

    @Autowired
    MongoDatabaseFactory databases;

    @Test
    void every_search_for_orders_runs_along_an_index() {
        OrderLists.Position after = new OrderLists.Position(Samples.NOW, Samples.orderId(1));
        for (OrderLists.Slice slice : List.of(new OrderLists.Slice(20, null), new OrderLists.Slice(20, after))) {
            for (OrderLists.Filter filter : everyFilter()) {
                lists.ofCustomer(Samples.BUYER, filter, slice);
                lists.ofStore(Samples.STORE, filter, slice);
            }
        }
        for (OrderLists.Slice slice : List.of(new OrderLists.Slice(20, null), new OrderLists.Slice(20, after))) {
            lists.changed(Samples.STORE, new OrderLists.Period(Samples.NOW, Samples.NOW), slice);
        }
        orders.due(Samples.NOW, 50);
        orders.backlog(Samples.NOW);
        orders.ofCart(Samples.CART);
        orders.byNumber(new OrderNumber("261124-7K3M-9QXD"));

        check("orders", 24);
    }

    private static List<OrderLists.Filter> everyFilter() {
        List<OrderLists.Filter> all = new ArrayList<>();
        for (String state : new String[] {null, "CONFIRMED"}) {
            for (OrderNumber number : new OrderNumber[] {null, new OrderNumber("261124-7K3M-9QXD")}) {
                all.add(new OrderLists.Filter(state, number, OrderLists.Period.ALWAYS));
                all.add(new OrderLists.Filter(
                        state, number, new OrderLists.Period(Samples.NOW, Samples.NOW.plusSeconds(1))));
            }
        }
        return all;
    }

    @Test
    void every_search_for_returns_runs_along_an_index() {
        ReturnId id = ReturnId.of(Samples.orderId(1).typeId().withPrefix("ret").toString());
        ReturnLists.Slice slice = new ReturnLists.Slice(
                20, new ReturnLists.Entry(id, Samples.orderId(1), Samples.STORE, null, Samples.NOW));
        for (String state : new String[] {null, "REQUESTED"}) {
            for (boolean attention : new boolean[] {false, true}) {
                returns.ofStore(Samples.STORE, new ReturnLists.Filter(state, attention), slice);
                returns.ofCustomer(Samples.BUYER, new ReturnLists.Filter(state, attention), slice);
            }
        }
        returns.orderOf(id);
        check("returns", 9);
    }

    @Test
    void every_search_for_carts_runs_along_an_index() {
        carts.openOf(Samples.BUYER, new Carts.Slice(20, null));
        carts.openOf(Samples.BUYER, new Carts.Slice(20, new Carts.Position(Samples.NOW, Samples.CART)));
        check("carts", 2);
    }

    private void check(String collection, int atLeast) {
        List<List<String>> indexes = new ArrayList<>();
        for (Document index :
                databases.getMongoDatabase().getCollection(collection).listIndexes()) {
            indexes.add(List.copyOf(index.get("key", Document.class).keySet()));
        }
        assertThat(recorded.in(collection))
                .hasSizeGreaterThanOrEqualTo(atLeast)
                .allSatisfy(search -> assertThat(indexes).as("%s", search).anyMatch(index -> serves(index, search)));
    }

    /** Equal fields first, in any order, then the one that is sorted by or has a range. */
    private static boolean serves(List<String> index, BsonDocument search) {
        Set<String> equal = new LinkedHashSet<>();
        Set<String> range = new LinkedHashSet<>();
        List<String> sorted =
                List.copyOf(search.getDocument("sort", new BsonDocument()).keySet());
        collect(search.getDocument("filter", new BsonDocument()), equal, range);
        if (range.remove("$or")) {
            range.add(sorted.getFirst());
        }
        if (index.size() < equal.size() || !equal.equals(Set.copyOf(index.subList(0, equal.size())))) {
            return false;
        }
        List<String> rest = index.subList(equal.size(), index.size());
        boolean ordered =
                rest.size() >= sorted.size() && rest.subList(0, sorted.size()).equals(sorted);
        return ordered && (range.isEmpty() || range.contains(rest.getFirst()));
    }

    private static void collect(BsonDocument filter, Set<String> equal, Set<String> range) {
        filter.forEach((field, wanted) -> {
            if (field.equals("$and")) {
                wanted.asArray().forEach(part -> collect(part.asDocument(), equal, range));
            } else if (field.equals("$or")) {
                range.add(field);
            } else if (isRange(wanted)) {
                range.add(field);
            } else {
                equal.add(field);
            }
        });
    }

    private static boolean isRange(BsonValue wanted) {
        return wanted.isDocument() && wanted.asDocument().keySet().stream().anyMatch(key -> key.startsWith("$"));
    }
}
