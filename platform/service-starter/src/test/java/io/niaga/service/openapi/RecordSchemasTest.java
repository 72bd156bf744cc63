package io.niaga.service.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.niaga.types.Page;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import java.lang.reflect.Type;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;

class RecordSchemasTest {
    record TaleJson(List<Line> lines) {
        record Line(String text) {}
    }

    record Tale(String text) {}

    record TaleRequest(LineRequest line) {
        record LineRequest(String text) {}
    }

    private final ModelConverters converters = new ModelConverters(true);

    RecordSchemasTest() {
        converters.addConverter(new RecordSchemas());
    }

    @Test
    void a_record_is_called_what_it_is_of() {
        Type page = new ParameterizedTypeReference<Page<TaleJson>>() {}.getType();
        assertThat(converters.readAllAsResolvedSchema(new AnnotatedType(page)).referencedSchemas)
                .containsOnlyKeys("RecordSchemasTestTalePage", "RecordSchemasTestTale", "TaleLine");
        assertThat(converters.readAll(TaleRequest.class))
                .containsOnlyKeys("RecordSchemasTestTaleRequest", "TaleRequestLine");
    }

    @Test
    void two_records_of_one_name_are_a_mistake() {
        converters.read(TaleJson.class);
        assertThatThrownBy(() -> converters.read(Tale.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("are both called RecordSchemasTestTale");
    }
}
