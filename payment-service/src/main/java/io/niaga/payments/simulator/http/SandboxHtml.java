package io.niaga.payments.simulator.http;

import io.niaga.payments.payment.PaymentTerms;
import java.util.List;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** The page's words in Indonesian and English: plain elements in reading order, a heading, a list of terms, two buttons. */
record SandboxHtml(String language, List<String> words) {
    private static final SandboxHtml INDONESIAN = new SandboxHtml(
            "id",
            List.of(
                    "Setujui pembayaran",
                    "Ini halaman uji coba: tidak ada uang yang berpindah.",
                    "Pesanan",
                    "Jumlah",
                    "Bayar",
                    "Tolak",
                    "Anda telah membayar. Kembalilah ke toko.",
                    "Anda menolak pembayaran. Kembalilah ke toko.",
                    "Pembayaran ini tidak lagi menunggu Anda."));
    private static final SandboxHtml ENGLISH = new SandboxHtml(
            "en",
            List.of(
                    "Approve the payment",
                    "This is a test page: no money moves.",
                    "Order",
                    "Amount",
                    "Pay",
                    "Decline",
                    "You have paid. Go back to the shop.",
                    "You declined the payment. Go back to the shop.",
                    "This payment does not wait for you any more."));

    static SandboxHtml in(Locale locale) {
        String asked = locale.getLanguage();
        return asked.equals("id") || asked.equals("in") ? INDONESIAN : ENGLISH;
    }

    String question(PaymentTerms terms) {
        return page("""
                <p>%s</p>
                <dl><dt>%s</dt><dd>%s</dd><dt>%s</dt><dd>%s</dd></dl>
                <form method="post">
                <button name="choice" value="pay">%s</button>
                <button name="choice" value="decline">%s</button>
                </form>""".formatted(
                        words.get(1),
                        words.get(2),
                        HtmlUtils.htmlEscape(terms.orderNumber()),
                        words.get(3),
                        HtmlUtils.htmlEscape(terms.amount().toString()),
                        words.get(4),
                        words.get(5)));
    }

    String thanks(boolean paid) {
        return page("<p role=\"status\">" + words.get(paid ? 6 : 7) + "</p>");
    }

    String closed() {
        return page("<p role=\"status\">" + words.get(8) + "</p>");
    }

    private String page(String content) {
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                </head>
                <body>
                <main>
                <h1>%s</h1>
                %s
                </main>
                </body>
                </html>
                """.formatted(language, words.get(0), words.get(0), content);
    }
}
