package io.niaga.users.notification;

import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes letters in Indonesian or English from the texts in {@code letters*.properties}. */
final class Letters {
    private static final String TEXTS = "io.niaga.users.notification.letters";
    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private Letters() {}

    static Letter write(Notification.Topic topic, OrderContact contact) {
        if (topic.kind() == NotificationKind.ORDER_ACCESS && contact.accessCode() == null) {
            throw new IllegalStateException("no code to send: asked of a service that does not give it yet");
        }
        Locale locale = contact.language().startsWith("en") ? Locale.ENGLISH : INDONESIAN;
        ResourceBundle texts = ResourceBundle.getBundle(
                TEXTS, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String lines = contact.lines().stream()
                .map(l -> l.quantity() + " × " + l.name() + "  " + l.total())
                .collect(Collectors.joining("\n"));
        Object[] facts = {
            contact.recipient(),
            contact.number(),
            contact.storeName(),
            lines,
            contact.total().toString(),
            topic.detail() == null ? "" : topic.detail(),
            payment(texts, locale, contact.toPay()),
            access(texts, contact.accessCode())
        };
        String kind = topic.kind().name();
        return new Letter(
                contact.email(),
                oneLine(MessageFormat.format(texts.getString(kind + ".subject"), facts)),
                MessageFormat.format(texts.getString(kind + ".text"), facts));
    }

    /** A paragraph about how to pay; empty when there is nothing to pay. */
    private static String payment(ResourceBundle texts, Locale locale, OrderContact.@Nullable ToPay toPay) {
        if (toPay == null) {
            return "";
        }
        String amount = toPay.amount().toString();
        String until =
                DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm z", locale).format(toPay.until());
        OrderContact.Account account = toPay.account();
        if (account != null) {
            return MessageFormat.format(
                    texts.getString("pay.account"), amount, until, account.bank(), account.number());
        }
        return MessageFormat.format(
                texts.getString(toPay.action().equals("SHOW_QR") ? "pay.qr" : "pay"), amount, until);
    }

    /** A paragraph with the code that opens the order; empty for buyers with an account, who sign in. */
    private static String access(ResourceBundle texts, @Nullable String code) {
        return code == null ? "" : MessageFormat.format(texts.getString("access"), code);
    }

    /** A subject is a header: it has one line, whatever is in a name. */
    private static String oneLine(String subject) {
        return subject.replaceAll("\\p{Cntrl}+", " ");
    }
}
