package io.niaga.users.notification;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Writes letters in Indonesian or English from the texts in {@code letters*.properties}. */
final class Letters {
    private static final String TEXTS = "io.niaga.users.notification.letters";
    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private Letters() {}

    static Letter write(Notification.Topic topic, OrderContact contact) {
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
            topic.detail() == null ? "" : topic.detail()
        };
        String kind = topic.kind().name();
        return new Letter(
                contact.email(),
                oneLine(MessageFormat.format(texts.getString(kind + ".subject"), facts)),
                MessageFormat.format(texts.getString(kind + ".text"), facts));
    }

    /** A subject is a header: it has one line, whatever is in a name. */
    private static String oneLine(String subject) {
        return subject.replaceAll("\\p{Cntrl}+", " ");
    }
}
