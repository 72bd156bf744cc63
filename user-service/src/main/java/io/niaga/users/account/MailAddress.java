package io.niaga.users.account;

/** How mail addresses are written, and how they are shown to others than their owners. */
public final class MailAddress {
    public static final int LONGEST = 254;
    public static final String PATTERN = "[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]+\\.[^@\\s\\p{Cntrl}.]{2,}";

    private MailAddress() {}

    /** Enough to recognise an address by, not enough to use it: {@code b***@example.com}. */
    public static String masked(String address) {
        int at = address.indexOf('@');
        return at < 1 ? "***" : address.charAt(0) + "***" + address.substring(at);
    }
}
