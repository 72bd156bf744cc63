package io.niaga.users.notification.smtp;

import io.niaga.users.notification.Letter;
import io.niaga.users.notification.NotificationId;
import io.niaga.users.notification.Transport;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * A mail server, addressed as {@code smtp://user:password@host:port} or {@code smtps://…}; none when the address is empty. It is
 * spoken to under TLS where it can, and where letters are submitted (with a user, or at port 587) not otherwise. Safe for
 * threads.
 */
public final class SmtpTransport implements Transport {
    private static final String PATIENCE = "10000";
    private static final int SUBMISSION = 587;
    /**
     * With an enhanced code (RFC 3463), before which some write a #, only if it is of the recipient's address; 5.1.7 and 5.1.8 are
     * of the sender's.
     */
    private static final Pattern NO_SUCH_ADDRESS =
            Pattern.compile("55[013](?:[ -]#?5\\.1\\.(?![78]\\b)\\d|(?![ -]#?\\d\\.\\d{1,3}\\.\\d))");

    private final boolean there;
    private final String from;
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    public SmtpTransport(String url, String from) {
        this.there = !url.isBlank();
        this.from = from;
        if (there) {
            connect(URI.create(url));
        }
    }

    private void connect(URI url) {
        sender.setHost(url.getHost());
        sender.setPort(url.getPort());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        String user = url.getUserInfo();
        if (user != null) {
            int colon = user.indexOf(':');
            sender.setUsername(colon < 0 ? user : user.substring(0, colon));
            sender.setPassword(colon < 0 ? "" : user.substring(colon + 1));
        }
        sender.setJavaMailProperties(settings(url));
    }

    static Properties settings(URI url) {
        boolean tls = "smtps".equals(url.getScheme());
        boolean signsIn = url.getUserInfo() != null;
        boolean submits = signsIn || url.getPort() == SUBMISSION;
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.auth", Boolean.toString(signsIn));
        settings.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls));
        settings.setProperty("mail.smtp.starttls.enable", "true");
        settings.setProperty("mail.smtp.starttls.required", Boolean.toString(submits && !tls));
        if (!submits && !tls) {
            // A relay may be spoken to in clear, so one whose certificate nobody vouches for is no worse.
            settings.setProperty("mail.smtp.ssl.trust", "*");
            settings.setProperty("mail.smtp.ssl.checkserveridentity", "false");
        }
        settings.setProperty("mail.smtp.connectiontimeout", PATIENCE);
        settings.setProperty("mail.smtp.timeout", PATIENCE);
        settings.setProperty("mail.smtp.writetimeout", PATIENCE);
        return settings;
    }

    @Override
    public boolean isThere() {
        return there;
    }

    @Override
    public Answer send(NotificationId id, Letter letter) {
        MimeMessage message = sender.createMimeMessage();
        try {
            MimeMessageHelper mail = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            if (!isAddressed(mail, letter)) {
                return Answer.REFUSED;
            }
            mail.setFrom(from);
            mail.setSubject(letter.subject());
            mail.setText(letter.text());
            message.setHeader("X-Niaga-Notification", id.value());
        } catch (MessagingException malformed) {
            throw new IllegalArgumentException("the letter cannot be written", malformed);
        }
        try {
            sender.send(message);
            return Answer.TAKEN;
        } catch (MailSendException failed) {
            if (hasNoSuchAddress(failed)) {
                return Answer.REFUSED;
            }
            throw failed;
        }
    }

    private static boolean isAddressed(MimeMessageHelper mail, Letter letter) throws MessagingException {
        try {
            mail.setTo(letter.recipient());
            return true;
        } catch (AddressException malformed) {
            return false;
        }
    }

    /**
     * The server said that there is no such recipient. With anything else, it may be this shop that is set up wrongly: relays, names,
     * senders and addresses on a blocklist are refused in answer to the recipient, too.
     */
    private static boolean hasNoSuchAddress(MailSendException failed) {
        return Arrays.stream(failed.getMessageExceptions())
                .flatMap(SmtpTransport::chain)
                .anyMatch(cause -> cause instanceof SMTPAddressFailedException refused
                        && NO_SUCH_ADDRESS.matcher(refused.getMessage()).lookingAt());
    }

    private static Stream<Exception> chain(Exception first) {
        return Stream.iterate(
                first, Objects::nonNull, e -> e instanceof MessagingException of ? of.getNextException() : null);
    }
}
