package io.niaga.orders.returns;

import java.time.Duration;

/**
 * How long everybody has.
 *
 * @param window after the delivery, to ask for a return
 * @param answer for the store to approve or refuse it; then a person is called
 * @param sending for the customer to send it back; then it is cancelled, but for what is claimed never to have come
 * @param inspecting for the warehouse to look at it; then a person is called
 */
public record ReturnRules(Duration window, Duration answer, Duration sending, Duration inspecting) {
    /** Returns of one order; bounds its document. */
    static final int MOST = 50;
}
