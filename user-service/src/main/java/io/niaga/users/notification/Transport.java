package io.niaga.users.notification;

/** How letters leave the house; safe for threads. */
public interface Transport {
    /** Whether one is set up at all. */
    boolean isThere();

    /** Gives the letter to the mail server; throws when it was not taken. The id makes repetitions recognisable. */
    void send(NotificationId id, Letter letter);
}
