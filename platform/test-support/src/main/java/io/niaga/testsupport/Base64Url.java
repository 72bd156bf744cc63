package io.niaga.testsupport;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The spelling of bytes in tokens and keys: URL-safe, without padding. */
final class Base64Url {
    private Base64Url() {}

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }
}
