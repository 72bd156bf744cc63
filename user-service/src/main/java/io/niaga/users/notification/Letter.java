package io.niaga.users.notification;

import io.niaga.users.account.MailAddress;

/** A written mail. */
public record Letter(String recipient, String subject, String text) {
    String maskedRecipient() {
        return MailAddress.masked(recipient);
    }
}
