package io.niaga.types;

/** Where new ids come from: time-ordered and unguessable (UUIDv7 in production, fixed in tests). Thread-safe. */
@FunctionalInterface
public interface IdSource {
    TypeId next(String prefix);
}
