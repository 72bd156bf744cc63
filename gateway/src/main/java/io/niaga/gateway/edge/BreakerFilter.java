package io.niaga.gateway.edge;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.netty.handler.timeout.TimeoutException;
import io.niaga.gateway.routes.Upstream;
import java.net.ConnectException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Stands before one service: lets in no more requests at a time than there is room for, times its answers, counts refused
 * connections and time-outs, and answers 503 at once while the service is known to be away. An answer of any status is an
 * answer, so a service's own 5xx does not open it; nor does a client who takes long to send.
 */
public final class BreakerFilter implements GatewayFilter, Ordered {
    private final Upstream upstream;
    private final CircuitBreaker breaker;
    private final Room room;
    private final ProblemWriter problems;
    private final Map<Integer, Timer> timers;

    public BreakerFilter(
            Upstream upstream, CircuitBreaker breaker, Room room, ProblemWriter problems, MeterRegistry meters) {
        this.upstream = upstream;
        this.breaker = breaker;
        this.room = room;
        this.problems = problems;
        this.timers = Map.of(
                2, timer(meters, "2xx"), 3, timer(meters, "3xx"), 4, timer(meters, "4xx"), 5, timer(meters, "5xx"));
    }

    /** Around the call and around the writing of its answer. */
    @Override
    public int getOrder() {
        return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 2;
    }

    private Timer timer(MeterRegistry meters, String outcome) {
        return Timer.builder("niaga.gateway.requests")
                .description("Requests passed on, until the answer was complete")
                .tag("service", upstream.shortName())
                .tag("outcome", outcome)
                .publishPercentileHistogram()
                .register(meters);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Lane lane = Lane.of(
                exchange.getRequest().getMethod().name(),
                exchange.getRequest().getURI().getRawPath());
        if (!room.enter(lane)) {
            return problems.write(exchange, EdgeProblem.OVERLOADED.with("service", upstream.shortName()));
        }
        return called(exchange, chain).doFinally(end -> room.leave());
    }

    private Mono<Void> called(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (!breaker.tryAcquirePermission()) {
            return problems.write(exchange, EdgeProblem.UPSTREAM_UNAVAILABLE.with("service", upstream.shortName()));
        }
        long start = System.nanoTime();
        return chain.filter(exchange)
                .doOnSuccess(done -> {
                    long took = System.nanoTime() - start;
                    breaker.onSuccess(took, TimeUnit.NANOSECONDS);
                    record(exchange, took);
                })
                .doOnCancel(breaker::releasePermission)
                .onErrorResume(failure -> failed(exchange, failure, System.nanoTime() - start));
    }

    private Mono<Void> failed(ServerWebExchange exchange, Throwable failure, long took) {
        boolean refused = Causes.has(failure, ConnectException.class);
        boolean timedOut = Causes.has(failure, TimeoutException.class);
        boolean dropped = failure instanceof java.io.IOException;
        if (!refused && !timedOut && !dropped) {
            breaker.releasePermission();
            return Mono.error(failure);
        }
        breaker.onError(took, TimeUnit.NANOSECONDS, failure);
        EdgeProblem problem = timedOut ? EdgeProblem.UPSTREAM_TIMEOUT : EdgeProblem.UPSTREAM_UNAVAILABLE;
        return problems.write(exchange, problem.with("service", upstream.shortName()))
                .doOnSuccess(done -> record(exchange, took));
    }

    private void record(ServerWebExchange exchange, long nanos) {
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        Timer timer = timers.get(status == null ? 2 : status.value() / 100);
        if (timer != null) {
            timer.record(nanos, TimeUnit.NANOSECONDS);
        }
    }
}
