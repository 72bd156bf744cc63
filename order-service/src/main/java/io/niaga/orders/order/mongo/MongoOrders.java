package io.niaga.orders.order.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.niaga.messaging.OutboxCollection;
import io.niaga.messaging.Outgoing;
import io.niaga.orders.cart.CartId;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.OrderId;
import io.niaga.orders.order.OrderLists;
import io.niaga.orders.order.OrderNumber;
import io.niaga.orders.order.Orders;
import io.niaga.orders.quote.QuoteId;
import io.niaga.orders.quote.UsedQuotes;
import io.niaga.types.Revision;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/** Orders, one document each, their events in the same write; {@code due} is schedule and lease in one. */
public final class MongoOrders implements Orders, UsedQuotes {
    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER).projection(OutboxCollection.hidden());

    private static final List<String> CHANGING =
            List.of("state", "work", "payment", "fulfillment", "destination", "returns", "timeline", "lastSeq");

    private static final String ACCESS_LETTERS = "accessLetters";

    private final OutboxCollection documents;
    private final MongoCollection<Document> raw;
    private final MongoConverter converter;
    private final Function<Order, List<Outgoing>> events;
    private final Clock clock;

    /** @param events what an order's news are to others */
    public MongoOrders(
            OutboxCollection documents, MongoConverter converter, Function<Order, List<Outgoing>> events, Clock clock) {
        this.documents = documents;
        this.raw = documents.raw();
        this.converter = converter;
        this.events = events;
        this.clock = clock;
        OrderFields.index(raw);
    }

    @Override
    public Optional<Order> insert(Order order, Instant due) {
        Document document = new Document();
        converter.write(OrderDocument.of(order.memory()), document);
        document.append(OrderFields.STORE, order.terms().storefront().store().value())
                .append(OrderFields.LISTED, order.state().isListed())
                .append(OrderFields.PLACED_AT, Date.from(order.terms().placedAt()))
                .append(OrderFields.DUE, Date.from(due));
        if (!order.state().isRefused()) {
            document.append(OrderFields.TAKEN, order.terms().cart().value());
        }
        order.terms().buyer().person().ifPresent(person -> document.append(OrderFields.CUSTOMER, person.value()));
        try {
            documents.insert(document, events.apply(order));
        } catch (DuplicateKeyException there) {
            return Optional.empty();
        }
        return Optional.of(kept(
                order,
                order.changedAt(),
                new Revision(1, order.news().size(), order.news().isEmpty())));
    }

    @Override
    public Optional<Order> byId(OrderId id) {
        return Optional.ofNullable(documents.findById(id.value())).map(this::order);
    }

    @Override
    public Optional<Order> byNumber(OrderNumber number) {
        return first(OrderFields.NUMBER, number.value());
    }

    @Override
    public Optional<Order> ofCart(CartId cart) {
        return first(OrderFields.TAKEN, cart.value());
    }

    private Optional<Order> first(String field, String value) {
        return Optional.ofNullable(raw.find(Filters.eq(field, value))
                        .projection(OutboxCollection.hidden())
                        .first())
                .map(this::order);
    }

    @Override
    public Optional<Order> save(Order order, @Nullable Instant due) {
        Revision loaded = order.revision();
        List<Outgoing> told = events.apply(order);
        Instant now = now();
        Instant changedAt = order.changedAt(now);
        if (!documents.update(order.id().value(), loaded, changes(order, changedAt, due), told)) {
            return Optional.empty();
        }
        boolean empty = told.isEmpty() && loaded.outboxEmpty();
        return Optional.of(kept(
                order,
                changedAt.equals(now) ? written(order.id(), now) : changedAt,
                new Revision(loaded.version() + 1, loaded.outboxSeq() + told.size(), empty)));
    }

    /** A write that took its time, asleep perhaps, is one that readers may have passed already: its moment is when it was done. */
    private Instant written(OrderId id, Instant stamp) {
        Instant now = now();
        if (now.isBefore(stamp.plus(OrderLists.SETTLED.dividedBy(2)))) {
            return stamp;
        }
        raw.updateOne(
                Filters.and(
                        Filters.eq(OrderFields.ID, id.value()), Filters.eq(OrderFields.CHANGED_AT, Date.from(stamp))),
                Updates.set(OrderFields.CHANGED_AT, Date.from(now)));
        return now;
    }

    /** As the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Bson changes(Order order, Instant changedAt, @Nullable Instant due) {
        Document now = new Document();
        converter.write(OrderDocument.of(order.memory()), now);
        List<Bson> changes = new ArrayList<>();
        for (String field : CHANGING) {
            changes.add(Updates.set(field, now.get(field)));
        }
        if (now.containsKey(ACCESS_LETTERS)) {
            changes.add(Updates.set(ACCESS_LETTERS, now.get(ACCESS_LETTERS)));
        }
        changes.add(Updates.set("schemaVersion", OrderDocument.SCHEMA));
        // Whoever has it from before it was stamped again leaves the later moment.
        changes.add(Updates.max(OrderFields.CHANGED_AT, Date.from(changedAt)));
        changes.add(Updates.set(OrderFields.LISTED, order.state().isListed()));
        if (order.state().isRefused()) {
            changes.add(Updates.unset(OrderFields.TAKEN));
        }
        changes.add(due == null ? Updates.unset(OrderFields.DUE) : Updates.set(OrderFields.DUE, Date.from(due)));
        return Updates.combine(changes);
    }

    @Override
    public void postpone(Order order, Instant due) {
        raw.updateOne(
                Filters.and(
                        Filters.eq("_id", order.id().value()),
                        Filters.eq("version", order.revision().version())),
                Updates.combine(Updates.set(OrderFields.DUE, Date.from(due)), attempts(order)));
    }

    private Bson attempts(Order order) {
        Bson work = Updates.set("work.attempts", order.work().attempts());
        if (order.returns().open().isEmpty()) {
            return work;
        }
        Document now = new Document();
        converter.write(OrderDocument.of(order.memory()), now);
        return Updates.combine(work, Updates.set("returns", now.get("returns")));
    }

    @Override
    public List<OrderId> due(Instant now, int limit) {
        return raw.find(Filters.lte(OrderFields.DUE, Date.from(now)))
                .projection(Projections.include("_id"))
                .sort(Sorts.ascending(OrderFields.DUE))
                .limit(limit)
                .map(found -> OrderId.of(found.getString("_id")))
                .into(new ArrayList<>());
    }

    @Override
    public Optional<Order> claim(OrderId id, Instant now, Instant until) {
        return Optional.ofNullable(raw.findOneAndUpdate(
                        Filters.and(Filters.eq("_id", id.value()), Filters.lte(OrderFields.DUE, Date.from(now))),
                        Updates.set(OrderFields.DUE, Date.from(until)),
                        AFTER))
                .map(this::order);
    }

    @Override
    public Backlog backlog(Instant now) {
        Bson due = Filters.lte(OrderFields.DUE, Date.from(now));
        Document oldest = raw.find(due)
                .projection(Projections.include(OrderFields.DUE))
                .sort(Sorts.ascending(OrderFields.DUE))
                .first();
        Date since = oldest == null ? null : oldest.getDate(OrderFields.DUE);
        return new Backlog(raw.countDocuments(due), since == null ? null : since.toInstant());
    }

    @Override
    public boolean used(QuoteId quote) {
        return raw.find(Filters.eq("_id", OrderId.of(quote).value()))
                        .projection(Projections.include("_id"))
                        .first()
                != null;
    }

    Order order(Document found) {
        return Order.restore(converter
                .read(OrderDocument.class, OrderUpgrade.current(found))
                .memory(OutboxCollection.revision(found)));
    }

    private static Order kept(Order order, Instant changedAt, Revision revision) {
        return Order.restore(order.memory(changedAt, revision));
    }
}
