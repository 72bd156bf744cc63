package io.niaga.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelOption;
import io.netty.handler.timeout.WriteTimeoutHandler;
import io.netty.resolver.DefaultAddressResolverGroup;
import io.niaga.gateway.docs.DocsPage;
import io.niaga.gateway.edge.AddressFilter;
import io.niaga.gateway.edge.BreakerFilter;
import io.niaga.gateway.edge.Callers;
import io.niaga.gateway.edge.Drain;
import io.niaga.gateway.edge.EdgeErrors;
import io.niaga.gateway.edge.EdgeFilter;
import io.niaga.gateway.edge.EdgeSpans;
import io.niaga.gateway.edge.IssuerKeys;
import io.niaga.gateway.edge.ProblemWriter;
import io.niaga.gateway.edge.Quotas;
import io.niaga.gateway.edge.RequestDeadline;
import io.niaga.gateway.edge.Room;
import io.niaga.gateway.edge.SeenAddress;
import io.niaga.gateway.edge.UnreadableAddress;
import io.niaga.gateway.routes.Addresses;
import io.niaga.gateway.routes.RouteMapping;
import io.niaga.gateway.routes.Upstream;
import io.niaga.trace.OtlpSpans;
import io.niaga.trace.Spans;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.netty.NettyPipeline;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {
    private static final int CONNECT_MILLIS = 500;
    private static final String SWAGGER_UI = "META-INF/resources/webjars/swagger-ui/";

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    EdgeErrors edgeErrors(ProblemWriter problems) {
        return new EdgeErrors(problems);
    }

    @Bean
    Drain drain(ApplicationContext context, GatewayProperties settings) {
        return new Drain(context, settings.drain());
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnExpression("!'${niaga.gateway.traces-endpoint:}'.isBlank()")
    OtlpSpans spans(GatewayProperties settings) {
        return new OtlpSpans(URI.create(settings.tracesEndpoint()), "gateway", settings.tracesOneIn());
    }

    @Bean
    EdgeSpans edgeSpans(ObjectProvider<Spans> spans) {
        return new EdgeSpans(spans.getIfAvailable());
    }

    @Bean
    EdgeFilter edgeFilter(GatewayProperties settings, ProblemWriter problems, Drain drain, EdgeSpans spans) {
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSource(IssuerKeys.at(settings.jwksUri())::of)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        decoder.setJwtValidator(
                JwtValidators.createDefaultWithIssuer(settings.issuer().toString()));
        Callers callers = new Callers(decoder, settings.trustedProxies(), Clock.systemUTC());
        return new EdgeFilter(
                callers,
                new Quotas(settings.quotas()),
                problems,
                drain,
                spans,
                settings.maxBody().toBytes(),
                settings.maxUpload().toBytes());
    }

    @Bean
    SeenAddress seenAddress() {
        return new SeenAddress();
    }

    @Bean
    RouteMapping routes(
            GatewayProperties settings, ProblemWriter problems, MeterRegistry meters, FilteringWebHandler handler) {
        CircuitBreakerConfig config = CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(2))
                .permittedNumberOfCallsInHalfOpenState(5)
                .build();
        Map<Upstream, Route> routes = new EnumMap<>(Upstream.class);
        for (Upstream upstream : Upstream.values()) {
            CircuitBreaker breaker = CircuitBreaker.of(upstream.shortName(), config);
            Room room = new Room(upstream.shortName(), settings.inFlight(), meters);
            Addresses addresses = new Addresses(settings.addressesOf(upstream).stream()
                    .map(address -> route(upstream).uri(address).build())
                    .toList());
            routes.put(
                    upstream,
                    route(upstream)
                            .uri(settings.addressesOf(upstream).getFirst())
                            .filter(new BreakerFilter(upstream, breaker, room, problems, meters))
                            .filter(new AddressFilter(addresses))
                            .build());
        }
        return new RouteMapping(routes, handler);
    }

    private static Route.AsyncBuilder route(Upstream upstream) {
        return Route.async().id(upstream.shortName()).predicate(exchange -> true);
    }

    @Bean
    CorsWebFilter corsFilter(GatewayProperties settings) {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOriginPatterns(settings.allowedOrigins());
        cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        cors.setAllowedHeaders(List.of(
                "Authorization",
                "Content-Type",
                "Accept",
                "Accept-Language",
                "Idempotency-Key",
                "If-Match",
                "If-None-Match",
                "Cart-Token",
                "Order-Token",
                "traceparent"));
        cors.setExposedHeaders(List.of(
                "Cart-Token",
                "Order-Token",
                "ETag",
                "Location",
                "Link",
                "Retry-After",
                "RateLimit",
                "RateLimit-Policy",
                "Idempotency-Replayed",
                "X-Request-Id"));
        cors.setMaxAge(Duration.ofHours(1));
        return new CorsWebFilter(
                exchange -> exchange.getRequest().getURI().getRawPath().startsWith("/v1/") ? cors : null);
    }

    /** Names mean what the JVM's own hosts file says, where it is given one; Netty's resolver would not read it. */
    @Bean
    @ConditionalOnProperty("jdk.net.hosts.file")
    HttpClientCustomizer namesOfTheHostsFile() {
        return client -> client.resolver(DefaultAddressResolverGroup.INSTANCE);
    }

    /**
     * A service's time begins when it was sent the whole request, so that a slow client is not its fault, and ends when its
     * answer begins: how fast the rest is read is the client's affair again. The library's own time-out begins with the call.
     * Each piece of a request has as long to be taken in by the service, however long the next one is awaited.
     */
    @Bean
    HttpClientCustomizer timeToAnswer(GatewayProperties settings) {
        long millis = settings.responseTimeout().toMillis();
        // The library's own setting would be put on a copy of the client for each request.
        return client -> client.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .responseTimeout(settings.responseTimeout())
                .doOnConnected(connection -> connection.addHandlerFirst(
                        "niaga.time-to-take-in", new WriteTimeoutHandler(millis, TimeUnit.MILLISECONDS)))
                .doOnResponse((answer, connection) -> connection.removeHandler(NettyPipeline.ResponseTimeoutHandler));
    }

    /** A request that is not sent in time is given up, with an answer while there is still somebody to answer. */
    @Bean
    NettyServerCustomizer requestsAsTheyArrive(GatewayProperties settings, ProblemWriter problems) {
        return server -> server.mapHandle(new UnreadableAddress(problems))
                .doOnChannelInit(
                        (observer, connection, remote) -> RequestDeadline.watch(connection, settings.requestTimeout()));
    }

    @Bean
    RouterFunction<ServerResponse> docs() {
        return RouterFunctions.route()
                .GET(
                        "/docs",
                        r -> ServerResponse.ok()
                                .contentType(MediaType.TEXT_HTML)
                                .header("Content-Security-Policy", DocsPage.CONTENT_SECURITY_POLICY)
                                .bodyValue(DocsPage.html()))
                .GET(
                        "/docs/start.js",
                        r -> ServerResponse.ok()
                                .contentType(MediaType.parseMediaType("text/javascript"))
                                .bodyValue(DocsPage.script()))
                .resources("/docs/assets/**", new ClassPathResource(SWAGGER_UI + swaggerUiVersion() + "/"))
                .build();
    }

    private static String swaggerUiVersion() {
        try (var in = new ClassPathResource("META-INF/maven/org.webjars/swagger-ui/pom.properties").getInputStream()) {
            var properties = new java.util.Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (java.io.IOException missing) {
            throw new java.io.UncheckedIOException("the API reference's files are missing from the jar", missing);
        }
    }
}
