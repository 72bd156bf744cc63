package io.niaga.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.json.CommerceJsonModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The wire form of every event is a committed file; a new event writes its own once, an old file is never edited. */
class EventGoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private final JsonMapper json =
            JsonMapper.builder().addModule(new CommerceJsonModule()).build();

    static List<Class<?>> events() throws Exception {
        return Samples.events();
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_keeps_its_wire_form(Class<?> event) throws Exception {
        Goldens goldens = Goldens.of(GOLDEN, type(event));
        String actual = json.writerWithDefaultPrettyPrinter().writeValueAsString(Samples.of(event)) + "\n";
        if (Boolean.getBoolean("niaga.golden.update") && goldens.takes(json.readTree(actual), event)) {
            goldens = goldens.with(actual);
        }
        assertThat(goldens.files())
                .as("golden files; a new event or a new optional field writes one with -Dniaga.golden.update=true")
                .isNotEmpty();
        assertThat(actual).isEqualToNormalizingNewlines(Files.readString(goldens.newest()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void what_was_told_before_a_field_was_added_is_still_read(Class<?> event) throws Exception {
        JsonNode actual = json.valueToTree(Samples.of(event));
        for (Path old : Goldens.of(GOLDEN, type(event)).files()) {
            JsonNode told = json.readTree(Files.readString(old));
            assertThat(json.readValue(Files.readString(old), event))
                    .as("%s", old)
                    .isNotNull();
            assertThat(Goldens.extend(told, actual, event)).as("%s", old).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void what_was_written_is_read_back(Class<?> event) throws Exception {
        Object sample = Samples.of(event);
        assertThat(json.readValue(json.writeValueAsString(sample), event)).isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("events")
    void a_field_from_the_future_is_ignored(Class<?> event) throws Exception {
        String future = json.writeValueAsString(Samples.of(event)).replaceFirst("\\{", "{\"fromTheFuture\":1,");
        JsonMapper tolerant = json.rebuild()
                .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        assertThat(tolerant.readValue(future, event)).isEqualTo(Samples.of(event));
    }

    @Test
    void wire_names_are_unique_and_versioned() throws Exception {
        Set<String> seen = new HashSet<>();
        for (Class<?> event : Samples.events()) {
            assertThat(type(event)).matches("[a-z-]+(\\.[a-z-]+)*\\.v[0-9]+");
            assertThat(seen.add(type(event))).as(type(event)).isTrue();
        }
        assertThat(seen).hasSizeGreaterThan(25);
    }

    private static String type(Class<?> event) throws ReflectiveOperationException {
        return (String) event.getField("TYPE").get(null);
    }
}
