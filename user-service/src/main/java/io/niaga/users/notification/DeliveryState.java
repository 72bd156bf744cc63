package io.niaga.users.notification;

/** What became of a notification, in a word. */
public enum DeliveryState {
    QUEUED,
    SENT,
    FAILED,
    SUPPRESSED;

    public static DeliveryState of(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Queued _ -> QUEUED;
            case Delivery.Sent _ -> SENT;
            case Delivery.Failed _ -> FAILED;
            case Delivery.Suppressed _ -> SUPPRESSED;
        };
    }
}
