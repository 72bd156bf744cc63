package io.niaga.store;

import io.netty.buffer.ByteBuf;

/** Where a collection announces each change before the change can be seen. */
interface ChangeLog {
    /** A store in memory announces nothing. */
    ChangeLog NONE = (change, namespace, bson) -> {};

    /**
     * Appends one change; the caller keeps others from changing the same document meanwhile.
     *
     * @param namespace the collection's full name in UTF-8
     * @param bson the whole document after a put, its {@code _id} alone after a delete; from its first to its writer index
     */
    void append(Change change, byte[] namespace, ByteBuf bson);

    /** Memory no longer agrees with what was appended: from now on nothing may be appended or answered. */
    default void fail(Throwable cause) {}

    /** What happened to a document. */
    enum Change {
        PUT(1),
        DELETE(2);

        /** The byte that stands for it in the log's file. */
        final byte code;

        Change(int code) {
            this.code = (byte) code;
        }
    }
}
