package io.niaga.system.proofs;

import io.niaga.testsupport.FaultProxy;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A moment between any two writes and calls of a process, as the wire shows it: the process dies before its n-th change
 * reaches its database (or its n-th command reaches another service), or after that was done and before it heard of it.
 */
final class CrashPoint implements FaultProxy.Witness {
    /** A driver's message: header, flags, a document whose first key is the command and whose value is the collection. */
    private static final Pattern CHANGE = Pattern.compile(
            "^.{16}.{4}\\x00.{4}\\x02(insert|update|delete|findAndModify)\\x00.{4}([\\w.-]+)\\x00", Pattern.DOTALL);

    private static final Pattern CALL = Pattern.compile("^(PUT|POST|DELETE|PATCH) (/internal/\\S+)");
    private static final int HEAD = 512;

    private final int number;
    private final boolean after;
    private final Runnable death;
    private final AtomicInteger seen = new AtomicInteger();
    private volatile boolean due;
    private volatile String what = "";

    private CrashPoint(int number, boolean after, Runnable death) {
        this.number = number;
        this.after = after;
        this.death = death;
    }

    /** Dies at the n-th change or command, counted from 1 over all lines it is witness of. */
    static CrashPoint at(int number, boolean after, Runnable death) {
        return new CrashPoint(number, after, death);
    }

    /** Only counts. */
    static CrashPoint never() {
        return new CrashPoint(Integer.MAX_VALUE, false, () -> {});
    }

    int count() {
        return seen.get();
    }

    /** What it died of, for people: {@code before update orders}; empty while it lives. */
    String what() {
        return what;
    }

    @Override
    public void sees(byte[] piece, int length, boolean answer) {
        if (answer) {
            dies("after");
            return;
        }
        String head = new String(piece, 0, Math.min(length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher change = CHANGE.matcher(head);
        Matcher call = CALL.matcher(head);
        boolean isChange = change.find();
        if ((isChange || call.find()) && seen.incrementAndGet() == number) {
            what = isChange ? change.group(1) + " " + change.group(2) : call.group(1) + " " + call.group(2);
            due = true;
            if (!after) {
                dies("before");
            }
        }
    }

    private void dies(String when) {
        if (due) {
            due = false;
            what = when + " " + what.replaceAll("[a-z]{3}_[0-9a-z]{26}", "{id}");
            death.run();
        }
    }
}
