package io.niaga.system.proofs;

import io.niaga.testsupport.FaultProxy;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A moment between any two writes and calls of a process, as the wire shows it: the process dies before its n-th change
 * reaches its database (or its n-th command reaches another service), which then never hears of it; or after that was done
 * and before the process heard of it.
 *
 * <p>What it sends to the broker is no moment of its own: a record is sent between two changes, the one that owes it and the
 * one that forgets it, and is lost or repeated by a death before or after either. Deaths in between: {@code DyingRelaysIT}.
 * The sandbox that payment-service calls lives within it, and shows as changes of that.
 */
final class CrashPoint implements FaultProxy.Witness {
    /** A driver's message: header, flags, a document whose first key is the command and whose value is the collection. */
    private static final Pattern CHANGE = Pattern.compile(
            "^.{16}.{4}\\x00.{4}\\x02(insert|update|delete|findAndModify)\\x00.{4}([\\w.-]+)\\x00", Pattern.DOTALL);

    private static final Pattern CALL = Pattern.compile("^(PUT|POST|DELETE|PATCH) (/internal/\\S+)");
    private static final int HEAD = 512;
    /** What is still changed when nobody waits for anything any more. */
    private static final long TAIL_MILLIS = 1_000;

    private final int number;
    private final boolean after;
    private final Runnable death;
    private final CountDownLatch come = new CountDownLatch(1);
    private int seen;
    private boolean due;
    private boolean over;
    private String what = "";
    private String died = "";

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

    synchronized int count() {
        return seen;
    }

    /**
     * Waits for the death that is under way, and a moment for one that is still to come; then nobody dies any more.
     *
     * @return what it died of, for people: {@code before update orders}; empty when it lives
     */
    String over() throws InterruptedException {
        come.await(TAIL_MILLIS, TimeUnit.MILLISECONDS);
        synchronized (this) {
            over = true;
            return died;
        }
    }

    /** One piece at a time: while it dies, nothing passes. */
    @Override
    public synchronized boolean sees(byte[] piece, int length, boolean answer) {
        if (over) {
            return true;
        }
        if (answer) {
            return !due || !dies("after ");
        }
        due = due || isIt(piece, length);
        return !due || after || !dies("before ");
    }

    private boolean isIt(byte[] piece, int length) {
        String head = new String(piece, 0, Math.min(length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher change = CHANGE.matcher(head);
        Matcher call = CALL.matcher(head);
        boolean isChange = change.find();
        if ((!isChange && !call.find()) || ++seen != number) {
            return false;
        }
        what = isChange ? change.group(1) + " " + change.group(2) : call.group(1) + " " + call.group(2);
        return true;
    }

    private boolean dies(String when) {
        over = true;
        come.countDown();
        death.run();
        died = when + what.replaceAll("[a-z]{3}_[0-9a-z]{26}", "{id}");
        return true;
    }
}
