package io.niaga.fulfillment;

import io.niaga.testsupport.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/** A document as an earlier version of the service kept it. */
public final class Fixture {
    private static final JsonWriterSettings FORM = JsonWriterSettings.builder()
            .outputMode(JsonMode.EXTENDED)
            .indent(true)
            .build();

    private Fixture() {}

    /** Compares what is written today with what is frozen, and answers what is frozen. */
    public static Document frozen(String name, Document today) {
        Golden.matches(Path.of("fulfillment-service/src/test/resources/documents/" + name), today.toJson(FORM));
        try (var in = Fixture.class.getResourceAsStream("/documents/" + name)) {
            return Document.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
