package io.niaga.service.sample;

import io.niaga.types.Money;
import io.niaga.types.Quantity;
import io.niaga.types.Sku;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

public record NoteJson(
        @NotBlank String title,
        @Nullable String text,
        int stars,
        Colour colour,
        @Nullable Money price,
        @Nullable LocalDate due,
        List<@Valid Line> lines) {
    public enum Colour {
        RED,
        BLUE
    }

    public record Line(Sku sku, Quantity quantity) {}

    public NoteJson {
        if (stars > 5) {
            throw new IllegalArgumentException("there are at most five stars");
        }
    }
}
