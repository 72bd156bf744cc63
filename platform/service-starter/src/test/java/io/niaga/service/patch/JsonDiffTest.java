package io.niaga.service.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class JsonDiffTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1} | {\"a\":1} | ``",
                "{\"a\":1,\"b\":2} | {\"b\":2,\"a\":1} | ``",
                "{\"a\":null} | {} | ``",
                "{\"a\":1} | {\"a\":2} | /a",
                "{\"d\":{\"id\":\"x\"}} | {\"d\":{\"id\":\"x\",\"en\":\"y\"}} | /d/en",
                "{} | {\"d\":{\"id\":\"x\",\"en\":\"y\"}} | /d/en,/d/id",
                "{\"d\":{\"id\":\"x\"}} | {} | /d/id",
                "{} | {\"d\":{}} | /d",
                "{\"d\":{\"x\":1}} | {\"d\":\"text\"} | /d",
                "{\"a/b\":1,\"c~d\":1} | {\"a/b\":2,\"c~d\":2} | /a~1b,/c~0d",
                "{\"t\":[1,2]} | {\"t\":[2,1]} | /t",
                "{\"v\":[{\"sku\":\"A\",\"n\":1},{\"sku\":\"B\",\"n\":1}]} | {\"v\":[{\"sku\":\"B\",\"n\":2},{\"sku\":\"A\",\"n\":1}]} | /v/B/n",
                "{\"v\":[{\"sku\":\"A\",\"n\":1}]} | {\"v\":[{\"sku\":\"A\",\"n\":1},{\"sku\":\"B\",\"n\":1}]} | /v/B/n,/v/B/sku",
                "{\"v\":[{\"sku\":\"A\",\"n\":1}]} | {\"v\":[{\"sku\":\"A\",\"n\":2},{\"sku\":\"A\",\"n\":3}]} | /v",
                "{\"p\":{\"amount\":\"1.00\",\"currency\":\"IDR\"}} | {\"p\":{\"amount\":\"2.00\",\"currency\":\"IDR\"}} | /p",
                "{} | {\"v\":[{\"sku\":\"A\",\"p\":{\"amount\":\"2.00\",\"currency\":\"IDR\"}}]} | /v/A/p,/v/A/sku"
            })
    void every_field_that_differs_is_named_and_no_other(String before, String after, String pointers) {
        assertThat(JsonDiff.changedPointers(JSON.readTree(before), JSON.readTree(after)))
                .isEqualTo(pointers.isEmpty() ? new TreeSet<>() : new TreeSet<>(Arrays.asList(pointers.split(","))));
    }
}
