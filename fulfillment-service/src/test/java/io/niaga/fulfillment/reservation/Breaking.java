package io.niaga.fulfillment.reservation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Predicate;

/** A port that may die before or after any of its calls. */
public final class Breaking {
    private Breaking() {}

    /** A process that died in mid-step. */
    @SuppressWarnings("serial")
    public static final class Crash extends RuntimeException {}

    /** {@code at} is asked with {@code "before <method>"} and {@code "after <method>"}, and throws or waits or says crash. */
    public static <T> T port(Class<T> type, T real, Predicate<String> at) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (at.test("before " + method.getName())) {
                throw new Crash();
            }
            Object result;
            try {
                result = method.invoke(real, args);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
            if (at.test("after " + method.getName())) {
                throw new Crash();
            }
            return result;
        }));
    }
}
