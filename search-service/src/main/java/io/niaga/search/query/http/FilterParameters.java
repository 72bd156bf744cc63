package io.niaga.search.query.http;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.Explode;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.enums.ParameterStyle;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents what both lists take. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "store",
        in = ParameterIn.QUERY,
        description = "One store's products; all stores' when left out.",
        schema = @Schema(type = "string"))
@Parameter(
        name = "sort",
        in = ParameterIn.QUERY,
        description = "Default: relevance with words, newest without.",
        schema =
                @Schema(
                        type = "string",
                        allowableValues = {"relevance", "price", "-price", "newest"}))
@Parameter(
        name = "filters",
        in = ParameterIn.QUERY,
        style = ParameterStyle.FORM,
        explode = Explode.TRUE,
        description =
                "Parameters `filter.<name>=a,b`: any option, key of the specification, `brand`, `category` (slugs joined"
                        + " by `/`, or an id; a parent holds its children), `availability`, or `price`"
                        + " (`100000..300000`, either end open, major units). A comma within a value is `\\,` and a backslash"
                        + " `\\\\`, as the `filter` of a facet's value says it. At most 20.",
        schema = @Schema(type = "object", additionalPropertiesSchema = String.class))
@interface FilterParameters {}
