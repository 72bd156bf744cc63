package io.niaga.orders.order;

import io.niaga.orders.quote.Address;
import io.niaga.types.Money;
import io.niaga.types.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One order. Its terms never change; its state is moved by the process alone, which reads it, says what is next and leaves
 * what is to be told in {@link #news}. Not thread-safe; two who change the same order meet at the version when saving.
 */
public final class Order {
    private final OrderId id;
    private final OrderNumber number;
    private final Terms terms;
    private OrderState state;
    private Work work;
    private PaymentView payment;
    private FulfillmentView fulfillment;
    private Destination destination;
    private Returns returns;
    private AccessLetters letters;
    private final List<Moment> timeline;
    private final Map<String, Long> heard;
    private final Revision revision;
    private final OrderMemory loaded;
    private final List<OrderEvent> news = new ArrayList<>();
    private boolean decided;
    private boolean changed;

    private Order(OrderMemory m) {
        this.id = m.id();
        this.number = m.number();
        this.terms = m.terms();
        this.state = m.state();
        this.work = m.work();
        this.payment = m.payment();
        this.fulfillment = m.fulfillment();
        this.destination = m.destination();
        this.returns = m.returns();
        this.letters = m.letters();
        this.timeline = new ArrayList<>(m.timeline());
        this.heard = new HashMap<>(m.heard());
        this.revision = m.revision();
        this.loaded = m;
    }

    /** Brings back what was kept; tells nothing. */
    public static Order restore(OrderMemory memory) {
        return new Order(memory);
    }

    /** A new order whose first version is 1: what it has to take carries that fence. */
    public static Order place(OrderId id, OrderNumber number, Terms terms, Instant abandonAt) {
        List<Step> plan = terms.hasCoupon()
                ? List.of(Step.RESERVE, Step.HOLD_COUPON, Step.OPEN_PAYMENT)
                : List.of(Step.RESERVE, Step.OPEN_PAYMENT);
        return restore(OrderMemory.fresh(id, number, terms, new OrderState.Placing(abandonAt), plan));
    }

    /** An order that is refused from the start; it is kept so that the same request is answered the same way. */
    public static Order refuse(OrderId id, OrderNumber number, Terms terms, Refusal refusal) {
        return restore(OrderMemory.fresh(id, number, terms, new OrderState.Refusing(refusal), List.of(Step.REQUOTE)));
    }

    /** What is to be kept. */
    public OrderMemory memory() {
        return memory(changedAt(), revision);
    }

    /** The same, as it was kept. */
    public OrderMemory memory(Instant changed, Revision saved) {
        return new OrderMemory(
                id,
                number,
                terms,
                state,
                work,
                payment,
                fulfillment,
                destination,
                returns,
                letters,
                timeline,
                heard,
                changed,
                saved);
    }

    public Instant changedAt() {
        return loaded.changedAt();
    }

    /** The same, if it is written at that moment as it is now; never earlier than before, whosever clock it is. */
    public Instant changedAt(Instant now) {
        return now.isAfter(changedAt()) && !memory().looksLike(loaded) ? now : changedAt();
    }

    /** The next state, and what follows from it: commands that carry the version this decision is written with. */
    public void decide(OrderState next, List<Step> plan) {
        this.state = next;
        // Whatever becomes of the order, the warehouse still has to say where it goes.
        Work decided = Work.of(revision.version() + 1, plan);
        this.work = destination.wanted() == null ? decided : decided.with(Step.CHANGE_ADDRESS);
        this.decided = true;
        this.changed = true;
    }

    /** The same state, with one more thing to do. */
    public void add(Step step) {
        if (!work.has(step)) {
            this.work = Work.of(revision.version() + 1, work.with(step).open());
            this.decided = true;
            this.changed = true;
        }
    }

    /** One more thing to do under the decision that stands. */
    public void extend(Step step) {
        this.work = work.with(step);
    }

    public void done(Step step) {
        this.work = work.without(step);
        this.changed = true;
    }

    /** The first open step could not be settled; it is tried again later. */
    public void failed() {
        this.work = work.failed();
    }

    public void tell(OrderEvent event) {
        news.add(event);
        this.changed = true;
    }

    public void note(Instant at, Moment.Type type, Map<String, String> details) {
        timeline.add(new Moment(at, type, details));
        this.changed = true;
    }

    public void pay(PaymentView next) {
        this.payment = next;
        this.changed = true;
    }

    public void ship(FulfillmentView next) {
        this.fulfillment = next;
        this.changed = true;
    }

    /** Another address is wanted; it counts when the warehouse has taken it. */
    public void redirect(Address other) {
        this.destination = destination.wanting(other);
        add(Step.CHANGE_ADDRESS);
    }

    /** The warehouse took the address that was wanted, or did not. */
    public void redirected(boolean taken) {
        this.destination = destination.settled(taken);
        this.changed = true;
    }

    /** Adds a return, or puts the next one in the place of what it was; this service's lists hear of it, once in a write. */
    public void put(Return next) {
        this.returns = returns.with(next);
        news.removeIf(event -> event instanceof OrderEvent.ReturnListed listed
                && listed.goods().id().equals(next.id()));
        tell(new OrderEvent.ReturnListed(next, revision.version() + 1));
    }

    /** A return's open step could not be settled; it is tried again later. */
    public void failed(ReturnId id) {
        this.returns = returns.failed(id);
    }

    /** Its buyer, who has no account, asked for the way back to it; told, unless enough letters are on their way. */
    public void askAccess(Instant now) {
        if (!letters.areEnough(now)) {
            this.letters = letters.with(now);
            tell(new OrderEvent.AccessAsked(now));
        }
    }

    /** Remembers that a source was heard up to there; false when it was before. */
    public boolean hear(String source, long sequence) {
        if (heard.getOrDefault(source, Long.MIN_VALUE) >= sequence) {
            return false;
        }
        heard.put(source, sequence);
        this.changed = true;
        return true;
    }

    /** Until when its goods may be sent back; empty when they have not arrived. */
    public Optional<Instant> returnableUntil(Duration window) {
        return state instanceof OrderState.Completed delivered
                ? Optional.of(delivered.at().plus(window))
                : Optional.empty();
    }

    /** When somebody has to look at the order again if nothing happens: with work open after that lease, else at its deadline. */
    public Optional<Instant> dueAfter(Instant lease) {
        if (!work.isDone() || !returns.open().isEmpty()) {
            return Optional.of(lease);
        }
        Stream<Instant> payBy =
                state instanceof OrderState.AwaitingPayment waiting ? Stream.of(waiting.payBy()) : Stream.empty();
        return Stream.concat(payBy, returns.deadlines()).min(Comparator.naturalOrder());
    }

    public OrderId id() {
        return id;
    }

    public OrderNumber number() {
        return number;
    }

    public Terms terms() {
        return terms;
    }

    public OrderState state() {
        return state;
    }

    public Work work() {
        return work;
    }

    public PaymentView payment() {
        return payment;
    }

    /** What goes back when the order ends: everything that did not go back before. */
    public Money refundDue() {
        Money rest = payment.refundDue();
        return rest == null ? terms.total() : rest;
    }

    public FulfillmentView fulfillment() {
        return fulfillment;
    }

    public Destination destination() {
        return destination;
    }

    public Returns returns() {
        return returns;
    }

    public List<Moment> timeline() {
        return List.copyOf(timeline);
    }

    public Revision revision() {
        return revision;
    }

    public List<OrderEvent> news() {
        return List.copyOf(news);
    }

    /** Whether anything is different from what was loaded. */
    public boolean isChanged() {
        return changed;
    }

    /** Whether something was decided that has to be written before anybody is commanded. */
    public boolean isDecided() {
        return decided;
    }
}
