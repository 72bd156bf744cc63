package io.niaga.system.access;

import java.util.LinkedHashMap;
import java.util.Map;

/** Requests written by hand, byte for byte. */
final class WireCases {
    private static final String STORE = "/v1/stores/" + Site.STORE;
    private static final String GET = "GET " + STORE + " HTTP/1.1\r\nHost: localhost\r\n";
    private static final String POST =
            "POST /v1/carts HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    private static final String HIDDEN = "GET /internal/v1/orders/ord_x/contact HTTP/1.1\r\nX: y";
    private static final String CLOSE = "Connection: close\r\n";

    private WireCases() {}

    /** Must be answered 4xx, or not at all. */
    static Map<String, String> refused() {
        Map<String, String> cases = new LinkedHashMap<>();
        cases.put("two lengths", POST + "Content-Length: 2\r\nContent-Length: 40\r\n\r\n{}" + HIDDEN);
        cases.put("a list of lengths", POST + "Content-Length: 2, 40\r\n\r\n{}" + HIDDEN);
        cases.put("a negative length", POST + "Content-Length: -1\r\n\r\n{}");
        cases.put("a signed length", POST + "Content-Length: +2\r\n\r\n{}");
        cases.put("a hexadecimal length", POST + "Content-Length: 0x2\r\n\r\n{}");
        cases.put("a length too long", POST + "Content-Length: 99999999999999999999\r\n\r\n{}");
        cases.put("a space before the colon", POST + "Content-Length : 2\r\n\r\n{}");
        cases.put("an unknown encoding", POST + "Transfer-Encoding: xchunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
        cases.put(
                "two encodings",
                POST + CLOSE + "Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
        cases.put("chunked, but not last", POST + "Transfer-Encoding: chunked, identity\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
        cases.put("chunked behind a tab", POST + "Transfer-Encoding:\u000bchunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
        cases.put("chunk of no size", POST + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n");
        cases.put("chunk of negative size", POST + "Transfer-Encoding: chunked\r\n\r\n-2\r\n{}\r\n0\r\n\r\n");
        cases.put("chunk too large", POST + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n");
        cases.put("no colon", GET + CLOSE + "nonsense\r\n\r\n");
        cases.put("a NUL in a header", GET + CLOSE + "X: a\u0000b\r\n\r\n");
        cases.put("a carriage return in a header", GET + CLOSE + "X: a\rY: b\r\n\r\n");
        cases.put("a name with a space", GET + CLOSE + "X Y: b\r\n\r\n");
        cases.put("no name", GET + CLOSE + ": b\r\n\r\n");
        cases.put("a header of 20 KB", GET + CLOSE + "X: " + "x".repeat(20_000) + "\r\n\r\n");
        cases.put("5,000 headers", GET + CLOSE + "X: y\r\n".repeat(5_000) + "\r\n");
        cases.put(
                "a line of 20 KB",
                "GET " + STORE + "?x=" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        cases.put("no protocol", "GET " + STORE + "\r\n\r\n");
        cases.put(
                "TLS",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003" + "\u0000".repeat(300)
                        + "\r\n\r\n");
        cases.put("a letter", "x\r\n\r\n");
        cases.put("a broken escape", "GET /v1/stores/%zz HTTP/1.1\r\nHost: localhost\r\n" + CLOSE + "\r\n");
        cases.put("a bracket in the path", "GET /v1/stores/[x] HTTP/1.1\r\nHost: localhost\r\n" + CLOSE + "\r\n");
        cases.put("to CONNECT", "CONNECT 127.0.0.1:22 HTTP/1.1\r\nHost: 127.0.0.1:22\r\n\r\n");
        cases.put("to TRACE", "TRACE " + STORE + " HTTP/1.1\r\nHost: localhost\r\nX: secret\r\n" + CLOSE + "\r\n");
        cases.put("a method nobody knows", "BREW " + STORE + " HTTP/1.1\r\nHost: localhost\r\n" + CLOSE + "\r\n");
        return cases;
    }

    /** May be answered or refused, once, but is no failure of ours and switches to no other protocol. */
    static Map<String, String> calm() {
        Map<String, String> cases = new LinkedHashMap<>();
        cases.put("HTTP/9.9", "GET " + STORE + " HTTP/9.9\r\nHost: localhost\r\n\r\n");
        cases.put("a path that is none", "GET v1/stores HTTP/1.1\r\nHost: localhost\r\n" + CLOSE + "\r\n");
        cases.put(
                "length and chunks",
                POST + CLOSE + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
        cases.put(
                "an extension of a chunk", POST + CLOSE + "Transfer-Encoding: chunked\r\n\r\n2;a=b\r\n{}\r\n0\r\n\r\n");
        cases.put(
                "a trailer",
                POST + CLOSE + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nOn-Behalf-Of: usr_x\r\n\r\n");
        cases.put("a folded header", GET + CLOSE + "X: a\r\n b\r\n\r\n");
        cases.put("bare line feeds", "GET " + STORE + " HTTP/1.1\nHost: localhost\nConnection: close\n\n");
        cases.put("no host", "GET " + STORE + " HTTP/1.1\r\n" + CLOSE + "\r\n");
        cases.put("two hosts", GET + CLOSE + "Host: evil.example\r\n\r\n");
        cases.put("an odd host", "GET " + STORE + " HTTP/1.1\r\nHost: a@b:c\r\n" + CLOSE + "\r\n");
        cases.put(
                "another authority",
                "GET http://evil.example" + STORE + " HTTP/1.1\r\nHost: localhost\r\n" + CLOSE + "\r\n");
        cases.put(
                "an internal authority",
                "GET http://127.0.0.1:9080/actuator/env HTTP/1.1\r\nHost: localhost\r\n" + CLOSE + "\r\n");
        cases.put("HTTP/1.0", "GET " + STORE + " HTTP/1.0\r\n\r\n");
        cases.put(
                "to upgrade to HTTP/2",
                GET
                        + "Connection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n\r\n");
        cases.put(
                "to upgrade to a web socket",
                GET
                        + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        cases.put("HTTP/2 at once", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        cases.put("OPTIONS *", "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n" + CLOSE + "\r\n");
        cases.put(
                "headers that the next hop should drop",
                GET + "Authorization: Bearer x\r\nConnection: close, Authorization, Host, Content-Length\r\n\r\n");
        cases.put("an expectation", POST + CLOSE + "Expect: 200-ok\r\nContent-Length: 2\r\n\r\n{}");
        cases.put("a body with GET", GET + CLOSE + "Content-Length: 2\r\n\r\n{}");
        cases.put("an odd accept", GET + CLOSE + "Accept: nonsense;;q=x\r\n\r\n");
        cases.put("an odd language", GET + CLOSE + "Accept-Language: " + "x-".repeat(2000) + "\r\n\r\n");
        cases.put("an odd range", GET + CLOSE + "Range: bytes=0-0,0-0,0-0\r\n\r\n");
        cases.put("an odd encoding", GET + CLOSE + "Accept-Encoding: \u0001\r\n\r\n");
        cases.put(
                "an odd trace",
                GET + CLOSE + "traceparent: 00-" + "0".repeat(32) + "-x-01\r\ntracestate: " + "a".repeat(5000)
                        + "\r\n\r\n");
        cases.put("an odd origin", GET + CLOSE + "Origin: null\r\n\r\n");
        cases.put("a cookie of 8 KB", GET + CLOSE + "Cookie: a=" + "x".repeat(8000) + "\r\n\r\n");
        return cases;
    }
}
