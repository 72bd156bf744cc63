package io.niaga.users.notification;

/** How letters leave the house; safe for threads. */
public interface Transport {
    /** Whether one is set up at all. */
    boolean isThere();

    /** What a mail server says to a letter. */
    enum Answer {
        /** It delivers it. */
        TAKEN,
        /** It will never, for there is no such address. */
        REFUSED
    }

    /** Gives the letter to the mail server; throws when it cannot be given now. The id makes repetitions recognisable. */
    Answer send(NotificationId id, Letter letter);
}
