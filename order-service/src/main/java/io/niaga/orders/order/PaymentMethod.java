package io.niaga.orders.order;

/** How a buyer wants to pay. Which of them are offered is decided elsewhere. */
public enum PaymentMethod {
    CARD,
    VIRTUAL_ACCOUNT,
    QRIS,
    E_WALLET,
    COD
}
