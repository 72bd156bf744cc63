package io.niaga.service.openapi;

import io.niaga.service.identity.GuestTokens;
import io.niaga.service.problem.ProblemJson;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** The document as a whole: its title, the gateway as server, the problem answer, and how callers prove who they are. */
final class ApiDocument implements GlobalOpenApiCustomizer {
    static final String BEARER = "bearer";

    private static final String EVERYWHERE =
            "How money, refusals, lists, repetitions, guests' tokens and sign-ins work is the "
                    + "same in all documents of Niaga: docs/integrating.md.";

    /** What {@link ProblemJson} is called, and the answer that has one. */
    private static final String PROBLEM = "Problem";

    private final String service;
    private final List<ProblemResource> resources;

    ApiDocument(String service, List<ProblemResource> resources) {
        this.service = service;
        this.resources = resources;
    }

    @Override
    public void customise(OpenAPI document) {
        document.setInfo(new Info()
                .title(service.isEmpty() ? "Niaga" : "Niaga: " + service)
                .version("v1")
                .description(EVERYWHERE)
                .license(new License().name("Apache 2.0").identifier("Apache-2.0")));
        // Relative to where the document was read: the gateway, wherever that is.
        document.setServers(List.of(new Server().url("/")));
        document.setTags(null);
        document.getPaths()
                .forEach((path, item) ->
                        item.readOperations().forEach(operation -> operation.setTags(List.of(heading(path)))));
        Components components = document.getComponents() == null ? new Components() : document.getComponents();
        document.setComponents(components);
        ModelConverters.getInstance(true).readAll(ProblemJson.class).forEach(components::addSchemas);
        resources.forEach(resource -> add(resource, components));
        components.addResponses(PROBLEM, problem());
        components.addSecuritySchemes(
                BEARER,
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT"));
        components.addSecuritySchemes(scheme(GuestTokens.CART), header("Cart-Token"));
        components.addSecuritySchemes(scheme(GuestTokens.ORDER), header("Order-Token"));
        PatchSchemas.complete(document);
        WrittenPatterns.translate(document);
    }

    /** Operations stand together by the first name of their paths: {@code /v1/order-links} under {@code Order links}. */
    private static String heading(String path) {
        String name = path.split("/", -1)[2].replace('-', ' ');
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static void add(ProblemResource resource, Components components) {
        ResolvedSchema resolved = ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(resource.json()).resolveAsRef(true));
        resolved.referencedSchemas.forEach(components::addSchemas);
        Schema<?> problem = components.getSchemas().get(PROBLEM);
        Objects.requireNonNull(problem).addProperty(resource.name(), new Schema<>().$ref(resolved.schema.get$ref()));
    }

    /** How a guest proves what a token of that purpose is for. */
    static String scheme(String purpose) {
        return purpose + "Token";
    }

    private static ApiResponse problem() {
        return new ApiResponse()
                .description("A problem document (RFC 9457) with a stable code.")
                .headers(Map.of("Retry-After", Answers.header("In how many seconds it may go better, where it may.")))
                .content(new Content()
                        .addMediaType(
                                ProblemJson.MEDIA_TYPE,
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }

    private static SecurityScheme header(String name) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name(name);
    }
}
