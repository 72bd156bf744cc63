package io.niaga.reporting.dashboard.http;

import io.niaga.reporting.dashboard.Grain;
import io.niaga.types.Money;
import io.niaga.types.Percentage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The page's words, numbers and dates in one language. */
record Wording(Locale locale, Map<Word, String> words) {
    private static final int LONGEST = 200;

    /** What the page says. */
    enum Word {
        TITLE,
        PERIOD,
        AS_OF,
        NET,
        GROSS,
        DISCOUNT,
        REFUNDS,
        ORDERS,
        UNITS,
        AVERAGE,
        SESSIONS,
        CART_SESSIONS,
        ORDER_SESSIONS,
        CONVERSION,
        NOTHING,
        SUM,
        DAY,
        WEEK,
        MONTH,
        MONEY_NOTE,
        VISITS_NOTE,
        PLACED,
        FIGURES
    }

    private static final Map<Word, String> INDONESIAN = Map.ofEntries(
            Map.entry(Word.TITLE, "Penjualan"),
            Map.entry(Word.PERIOD, "%s sampai %s"),
            Map.entry(Word.AS_OF, "Keadaan per %s"),
            Map.entry(Word.NET, "Penjualan bersih"),
            Map.entry(Word.GROSS, "Penjualan kotor"),
            Map.entry(Word.DISCOUNT, "Potongan"),
            Map.entry(Word.REFUNDS, "Pengembalian dana"),
            Map.entry(Word.ORDERS, "Pesanan"),
            Map.entry(Word.UNITS, "Barang"),
            Map.entry(Word.AVERAGE, "Rata-rata per pesanan"),
            Map.entry(Word.SESSIONS, "Kunjungan"),
            Map.entry(Word.CART_SESSIONS, "Mengisi keranjang"),
            Map.entry(Word.ORDER_SESSIONS, "Memesan"),
            Map.entry(Word.CONVERSION, "Tingkat konversi"),
            Map.entry(Word.NOTHING, "Tidak ada penjualan dalam periode ini."),
            Map.entry(Word.SUM, "Jumlah"),
            Map.entry(Word.DAY, "Hari"),
            Map.entry(Word.WEEK, "Minggu mulai"),
            Map.entry(Word.MONTH, "Bulan"),
            Map.entry(
                    Word.MONEY_NOTE,
                    "Penjualan bersih = kotor − potongan − barang yang dibatalkan atau dikembalikan pada hari itu."),
            Map.entry(
                    Word.VISITS_NOTE,
                    "Kunjungan pembeli yang menyetujui pencatatan. Tingkat konversi = kunjungan yang memesan ÷ kunjungan."),
            Map.entry(Word.PLACED, "Semua pesanan dibuat"),
            Map.entry(Word.FIGURES, "Angka untuk %s"));

    private static final Map<Word, String> ENGLISH = Map.ofEntries(
            Map.entry(Word.TITLE, "Sales"),
            Map.entry(Word.PERIOD, "%s to %s"),
            Map.entry(Word.AS_OF, "As of %s"),
            Map.entry(Word.NET, "Net sales"),
            Map.entry(Word.GROSS, "Gross sales"),
            Map.entry(Word.DISCOUNT, "Discounts"),
            Map.entry(Word.REFUNDS, "Refunds"),
            Map.entry(Word.ORDERS, "Orders"),
            Map.entry(Word.UNITS, "Units"),
            Map.entry(Word.AVERAGE, "Average order"),
            Map.entry(Word.SESSIONS, "Visits"),
            Map.entry(Word.CART_SESSIONS, "Filled a cart"),
            Map.entry(Word.ORDER_SESSIONS, "Ordered"),
            Map.entry(Word.CONVERSION, "Conversion rate"),
            Map.entry(Word.NOTHING, "Nothing was sold in this period."),
            Map.entry(Word.SUM, "Total"),
            Map.entry(Word.DAY, "Day"),
            Map.entry(Word.WEEK, "Week from"),
            Map.entry(Word.MONTH, "Month"),
            Map.entry(
                    Word.MONEY_NOTE, "Net sales = gross − discounts − goods that were cancelled or refunded that day."),
            Map.entry(
                    Word.VISITS_NOTE,
                    "Visits of shoppers who agreed to be counted. Conversion rate = visits that ordered ÷ visits."),
            Map.entry(Word.PLACED, "All orders placed"),
            Map.entry(Word.FIGURES, "Figures for %s"));

    /** From {@code Accept-Language}: English when it is preferred to Indonesian, else Indonesian. */
    static Wording of(@Nullable String header) {
        return new Wording(
                isEnglish(header) ? Locale.of("en") : Locale.of("id"), isEnglish(header) ? ENGLISH : INDONESIAN);
    }

    private static boolean isEnglish(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > LONGEST) {
            return false;
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .map(range -> range.getRange().split("-", 2)[0])
                    .filter(language -> language.equals("id") || language.equals("in") || language.equals("en"))
                    .findFirst()
                    .orElse("id")
                    .equals("en");
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    String language() {
        return locale.getLanguage();
    }

    String of(Word word) {
        return Objects.requireNonNull(words.get(word));
    }

    String money(Money money) {
        NumberFormat format = NumberFormat.getCurrencyInstance(
                language().equals("id") ? Locale.of("id", "ID") : Locale.of("en", "US"));
        format.setCurrency(money.currency());
        BigDecimal amount = new BigDecimal(money.toDecimal());
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        format.setMinimumFractionDigits(whole ? 0 : money.currency().getDefaultFractionDigits());
        format.setMaximumFractionDigits(whole ? 0 : money.currency().getDefaultFractionDigits());
        return format.format(amount);
    }

    /** As short as an axis needs. */
    String shortMoney(long minorUnits, Currency currency) {
        NumberFormat format = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(1);
        return format.format(new BigDecimal(new Money(minorUnits, currency).toDecimal()));
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    String percent(Percentage percentage) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(BigDecimal.valueOf(percentage.basisPoints(), 4));
    }

    String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
    }

    String moment(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm z", locale).format(at.atZone(zone));
    }

    /** A step of the chart, short. */
    String step(LocalDate start, Grain grain) {
        return DateTimeFormatter.ofPattern(grain == Grain.MONTH ? "MMM yyyy" : "d MMM", locale)
                .format(start);
    }

    /** A step of the chart, whole. */
    String fullStep(LocalDate start, Grain grain) {
        return DateTimeFormatter.ofPattern(grain == Grain.MONTH ? "MMMM yyyy" : "EEE, d MMM yyyy", locale)
                .format(start);
    }

    String step(Grain grain) {
        return switch (grain) {
            case DAY -> of(Word.DAY);
            case WEEK -> of(Word.WEEK);
            case MONTH -> of(Word.MONTH);
        };
    }
}
