package io.niaga.search.behaviour;

/** What a visitor did, and what must be said about it. */
public enum BehaviourType {
    PRODUCT_VIEWED(Subject.PRODUCT),
    SEARCHED(Subject.QUERY),
    RESULT_CLICKED(Subject.PRODUCT),
    ADDED_TO_CART(Subject.PRODUCT),
    REMOVED_FROM_CART(Subject.PRODUCT),
    RECOMMENDATION_SHOWN(Subject.PRODUCT),
    RECOMMENDATION_CLICKED(Subject.PRODUCT),
    ORDER_PLACED(Subject.ORDER);

    /** What a deed is about. */
    public enum Subject {
        /** A product by its id, or by the SKU of one of its variants. */
        PRODUCT,
        QUERY,
        ORDER
    }

    private final Subject subject;

    BehaviourType(Subject subject) {
        this.subject = subject;
    }

    public Subject subject() {
        return subject;
    }
}
