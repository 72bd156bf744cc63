package io.niaga.system.access;

import java.nio.charset.StandardCharsets;

/**
 * A request that nobody honest would send.
 *
 * @param flaw what is wrong with it
 * @param method HTTP method
 * @param path path and query, encoded
 * @param type media type of the body
 * @param body its text in Latin 1, so that any byte can be said
 * @param refused it must be answered 4xx; otherwise anything but a failure of ours will do
 */
record Attack(String flaw, String method, String path, String type, String body, boolean refused) {
    static Attack refused(String flaw, String method, String path, String type, String json) {
        return new Attack(flaw, method, path, type, latin(json), true);
    }

    static Attack calm(String flaw, String method, String path, String type, String json) {
        return new Attack(flaw, method, path, type, latin(json), false);
    }

    /** The UTF-8 bytes of a text, one character each. */
    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.ISO_8859_1);
    }
}
