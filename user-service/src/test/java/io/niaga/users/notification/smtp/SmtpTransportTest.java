package io.niaga.users.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.niaga.types.TypeId;
import io.niaga.users.RefusingMailServer;
import io.niaga.users.notification.Letter;
import io.niaga.users.notification.NotificationId;
import io.niaga.users.notification.Transport;
import java.net.URI;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.MailException;

class SmtpTransportTest {
    @ParameterizedTest(name = "{0}: TLS from the start {1}, required later {2}")
    @CsvSource({
        "smtp://mail.example:25, false, false, *",
        "smtp://mail.example:587, false, true,",
        "smtp://shop:secret@mail.example:587, false, true,",
        "smtp://shop:secret@mail.example:2525, false, true,",
        "smtps://shop:secret@mail.example:465, true, false,",
        "smtps://mail.example:587, true, false,"
    })
    void letters_are_submitted_under_tls_only(String url, String fromTheStart, String later, @Nullable String trusted) {
        Properties settings = SmtpTransport.settings(URI.create(url));
        assertThat(settings)
                .containsEntry("mail.smtp.ssl.enable", fromTheStart)
                .containsEntry("mail.smtp.starttls.enable", "true")
                .containsEntry("mail.smtp.starttls.required", later);
        assertThat(settings.getProperty("mail.smtp.ssl.trust")).isEqualTo(trusted);
    }

    private static final NotificationId ID =
            NotificationId.of(new TypeId(NotificationId.PREFIX, new UUID(1, 1)).toString());

    private static Letter to(String recipient) {
        return new Letter(recipient, "Pesanan N-1", "Halo");
    }

    @Test
    void whom_a_server_never_serves_is_refused_and_nobody_else() throws Exception {
        try (RefusingMailServer never = new RefusingMailServer("550 5.1.1");
                RefusingMailServer later = new RefusingMailServer("450 4.7.1")) {
            SmtpTransport transport = new SmtpTransport(never.url(), "shop@niaga.example");
            assertThat(transport.send(ID, to("budi@example.com"))).isEqualTo(Transport.Answer.REFUSED);
            assertThat(transport.send(ID, to("budi@exa mple.com"))).isEqualTo(Transport.Answer.REFUSED);
            SmtpTransport patient = new SmtpTransport(later.url(), "shop@niaga.example");
            assertThatThrownBy(() -> patient.send(ID, to("budi@example.com"))).isInstanceOf(MailException.class);
            SmtpTransport unwelcome = new SmtpTransport(never.url(), "shop of nobody");
            assertThatThrownBy(() -> unwelcome.send(ID, to("budi@example.com"))).isInstanceOf(RuntimeException.class);
        }
        SmtpTransport away = new SmtpTransport("smtp://127.0.0.1:1", "shop@niaga.example");
        assertThatThrownBy(() -> away.send(ID, to("budi@example.com"))).isInstanceOf(MailException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"550", "550 5.1.1", "550 #5.1.0", "551 5.1.6", "553 5.1.3", "550-5.1.1 no such user\r\n550 5.1.1"
            })
    void an_address_that_does_not_exist_is_refused_for_good(String answer) throws Exception {
        try (RefusingMailServer server = new RefusingMailServer(answer)) {
            SmtpTransport transport = new SmtpTransport(server.url(), "shop@niaga.example");
            assertThat(transport.send(ID, to("budi@example.com"))).isEqualTo(Transport.Answer.REFUSED);
        }
    }

    /** Of relays, blocklists, names, senders: whoever runs the shop mends them, and the letters go out. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "554 5.7.1",
                "554",
                "550 5.7.1",
                "550 #5.7.1",
                "550 5.1.8",
                "553 5.1.7",
                "504 5.5.2",
                "552 5.2.2",
                "450 4.1.1"
            })
    void what_a_server_refuses_for_other_reasons_waits(String answer) throws Exception {
        try (RefusingMailServer server = new RefusingMailServer(answer)) {
            SmtpTransport transport = new SmtpTransport(server.url(), "shop@niaga.example");
            assertThatThrownBy(() -> transport.send(ID, to("budi@example.com"))).isInstanceOf(MailException.class);
        }
    }

    @Test
    void a_server_without_tls_is_told_no_password_and_no_letter() {
        GreenMail plain = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        plain.setUser("shop", "secret");
        plain.start();
        try {
            String url = "smtp://shop:secret@127.0.0.1:" + plain.getSmtp().getPort();
            SmtpTransport transport = new SmtpTransport(url, "shop@niaga.example");
            assertThatThrownBy(() -> transport.send(ID, to("budi@example.com")))
                    .isInstanceOf(MailException.class)
                    .hasStackTraceContaining("STARTTLS");
            assertThat(plain.getReceivedMessages()).isEmpty();
        } finally {
            plain.stop();
        }
    }
}
