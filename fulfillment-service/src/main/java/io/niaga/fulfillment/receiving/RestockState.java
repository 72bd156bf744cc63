package io.niaga.fulfillment.receiving;

/** Where a restock is; it is never undone, only finished. */
public enum RestockState {
    /** Its units are being put into their rows. */
    RESTOCKING,
    /** All of them are there. */
    RESTOCKED
}
