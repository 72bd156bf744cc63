package io.niaga.system.access;

import java.util.List;

/** Personal words that exist nowhere else: wherever one is found later, it came from these tests' requests. */
final class Traces {
    static final String MAIL = "kanari.rahasia@penguji.example";
    static final String PHONE = "+6281190904477";
    static final String STREET = "Jl. Burung Kenari Tersembunyi 77";
    static final String PASSWORD = "Kenari-Sangat-Rahasia-7431";
    static final String NAME = "Kanari Penerima";

    private Traces() {}

    static List<String> all() {
        return List.of(MAIL, PHONE, PHONE.substring(3), STREET, PASSWORD, NAME, "kanari.rahasia");
    }
}
