package io.niaga.service.openapi;

import io.niaga.service.problem.ProblemJson;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** The document as a whole: its title, the gateway as server, the problem answer, and how callers prove who they are. */
final class ApiDocument implements GlobalOpenApiCustomizer {
    static final String BEARER = "bearer";
    static final String CART_TOKEN = "cartToken";
    static final String ORDER_TOKEN = "orderToken";

    private final String service;

    ApiDocument(String service) {
        this.service = service;
    }

    @Override
    public void customise(OpenAPI document) {
        String title = service.isEmpty() ? "Niaga" : Character.toUpperCase(service.charAt(0)) + service.substring(1);
        document.setInfo(new Info().title(title).version("v1"));
        // Relative to where the document was read: the gateway, wherever that is.
        document.setServers(List.of(new Server().url("/")));
        document.setTags(null);
        Components components = document.getComponents() == null ? new Components() : document.getComponents();
        document.setComponents(components);
        ModelConverters.getInstance(true).readAll(ProblemJson.class).forEach(components::addSchemas);
        components.addResponses("Problem", problem());
        components.addSecuritySchemes(
                BEARER,
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT"));
        components.addSecuritySchemes(CART_TOKEN, header("Cart-Token"));
        components.addSecuritySchemes(ORDER_TOKEN, header("Order-Token"));
    }

    private static ApiResponse problem() {
        return new ApiResponse()
                .description("A problem document (RFC 9457) with a stable code.")
                .content(new Content()
                        .addMediaType(
                                ProblemJson.MEDIA_TYPE,
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/ProblemJson"))));
    }

    private static SecurityScheme header(String name) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name(name);
    }
}
