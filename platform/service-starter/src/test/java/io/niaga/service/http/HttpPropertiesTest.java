package io.niaga.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class HttpPropertiesTest {
    @Test
    void a_path_may_take_larger_bodies_than_the_rest() {
        HttpProperties limits = new Binder(new MapConfigurationPropertySource(
                        Map.of("niaga.http.large-bodies[/v1/product-imports]", "64MB")))
                .bindOrCreate("niaga.http", HttpProperties.class);
        assertThat(limits.maxBytes("/v1/product-imports")).isEqualTo(64L << 20);
        assertThat(limits.maxBytes("/v1/products")).isEqualTo(1L << 20);
    }
}
