package io.niaga.events;

import java.util.List;

/** The names of all topics. Partitions are fixed when a topic is created. */
public final class Topics {
    public static final String PRODUCT = "niaga.product.v1";
    public static final String CATEGORY = "niaga.category.v1";
    public static final String AVAILABILITY = "niaga.availability.v1";
    public static final String CATALOG = "niaga.catalog.v1";
    public static final String STOCK = "niaga.stock.v1";
    public static final String ORDER = "niaga.order.v1";
    public static final String PAYMENT = "niaga.payment.v1";
    public static final String SHIPMENT = "niaga.shipment.v1";
    public static final String USER = "niaga.user.v1";
    public static final String SUPPORT = "niaga.support.v1";
    public static final String LOYALTY = "niaga.loyalty.v1";
    public static final String BEHAVIOUR = "niaga.behaviour.v1";
    public static final String AUDIT = "niaga.audit.v1";

    /** Compacted: the last record of a key is its state. */
    public static final List<String> STATE = List.of(PRODUCT, CATEGORY, AVAILABILITY);

    /** Kept for ever: the books and projections are rebuilt from them. */
    public static final List<String> PERMANENT = List.of(ORDER, PAYMENT, SHIPMENT, LOYALTY);

    /** Kept for thirty days. */
    public static final List<String> RECENT = List.of(USER, SUPPORT, AUDIT, BEHAVIOUR, CATALOG, STOCK);

    private Topics() {}
}
