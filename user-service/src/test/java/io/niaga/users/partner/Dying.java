package io.niaga.users.partner;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Predicate;

/** A port that may die, or let others at work, before and after each of its calls. */
final class Dying {
    private Dying() {}

    /** A process that died in mid-step. */
    @SuppressWarnings("serial")
    static final class Crash extends RuntimeException {}

    static <T> T port(Class<T> type, T real, Predicate<String> at) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            step(at, "before " + method.getName());
            Object result;
            try {
                result = method.invoke(real, args);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
            step(at, "after " + method.getName());
            return result;
        }));
    }

    private static void step(Predicate<String> at, String name) {
        if (at.test(name)) {
            throw new Crash();
        }
    }
}
