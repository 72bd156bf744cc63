package io.niaga.testsupport;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** One rule, by a name that is a sentence, and the places in a service where it is broken. */
record RoomRule(String name, Function<ServiceCode, Stream<String>> places) {
    List<String> brokenAt(ServiceCode code) {
        return places.apply(code).distinct().sorted().toList();
    }
}
