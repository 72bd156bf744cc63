package io.niaga.loyalty.points;

import java.util.List;

/** Where refunds are kept that were heard of, by their ids: also of orders that are not known yet, or never will be. */
public interface GoodsRefunds {
    /** Keeps a refund; the same id again is nothing new. */
    void add(GoodsRefund refund);

    /** The refunds of an order. */
    List<GoodsRefund> ofOrder(String orderId);
}
