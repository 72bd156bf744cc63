package io.niaga.service.sample;

import io.niaga.types.TypeId;

public record NoteId(String value) {
    public NoteId {
        TypeId.parse("not", value);
    }

    public static NoteId of(String value) {
        return new NoteId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
