package io.niaga.messaging;

/** The event of the tests. */
record Fact(String id, int n) {
    static final String TYPE = "test.happened.v1";
}
