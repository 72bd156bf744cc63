package io.niaga.testsupport;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One WireMock in the place of all other services, each under its name: {@code
 * Neighbours.server().stubFor(post("/catalog/internal/v1/price-lookups").willReturn(okJson(…)))}. What was not stubbed is
 * answered 404.
 *
 * <p>Under {@code /self} it passes calls on to the service under test, for those who call themselves from outside.
 */
public final class Neighbours {
    static final List<String> SERVICES =
            List.of("catalog", "user", "order", "payment", "fulfillment", "loyalty", "search", "reporting");
    static final String SELF = "self";
    private static final int LAST = 100;

    private static volatile @Nullable WireMockServer started;

    private Neighbours() {}

    /** The server, for stubs and verifications; started when first asked for. */
    public static synchronized WireMockServer server() {
        WireMockServer server = started;
        if (server == null) {
            server = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
            server.start();
            started = server;
        }
        return server;
    }

    /** The base address of a service, by its short name. */
    public static String url(String service) {
        return "http://127.0.0.1:" + server().port() + "/" + service;
    }

    static void reset(String self) {
        WireMockServer server = started;
        if (server != null) {
            server.resetAll();
            server.stubFor(any(urlMatching("/" + SELF + "/.*"))
                    .atPriority(LAST)
                    .willReturn(aResponse().proxiedFrom(self).withProxyUrlPrefixToRemove("/" + SELF)));
        }
    }
}
