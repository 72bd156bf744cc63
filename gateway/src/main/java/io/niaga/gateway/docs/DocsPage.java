package io.niaga.gateway.docs;

import io.niaga.gateway.routes.Upstream;
import java.util.Arrays;
import java.util.stream.Collectors;

/** {@code /docs}: one page over the OpenAPI documents that the services publish. */
public final class DocsPage {
    /** The page may load only what we serve ourselves. */
    public static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'";

    private DocsPage() {}

    public static String html() {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                  <meta charset="utf-8">
                  <meta name="viewport" content="width=device-width, initial-scale=1">
                  <title>Niaga API</title>
                  <link rel="stylesheet" href="/docs/assets/swagger-ui.css">
                </head>
                <body>
                  <main id="docs" aria-label="API reference"></main>
                  <script src="/docs/assets/swagger-ui-bundle.js"></script>
                  <script src="/docs/assets/swagger-ui-standalone-preset.js"></script>
                  <script src="/docs/start.js"></script>
                </body>
                </html>
                """;
    }

    public static String script() {
        String urls = Arrays.stream(Upstream.values())
                .map(u -> "{name: '%s', url: '/v1/openapi/%s'}".formatted(u.shortName(), u.shortName()))
                .collect(Collectors.joining(", "));
        return """
                window.ui = SwaggerUIBundle({
                  urls: [%s],
                  dom_id: '#docs',
                  deepLinking: true,
                  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
                  layout: 'StandaloneLayout'
                });
                """.formatted(urls);
    }
}
