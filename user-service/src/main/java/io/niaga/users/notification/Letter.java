package io.niaga.users.notification;

/** A written mail. */
public record Letter(String recipient, String subject, String text) {
    /** Enough to recognise an address by, not enough to use it: {@code b***@example.com}. */
    String maskedRecipient() {
        int at = recipient.indexOf('@');
        return at < 1 ? "***" : recipient.charAt(0) + "***" + recipient.substring(at);
    }
}
