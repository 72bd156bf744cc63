package io.niaga.gateway.edge;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;

/** Counts a body whose length was not announced and breaks off as soon as it is too large. */
final class BodyLimit extends ServerHttpRequestDecorator {
    private final long limit;

    BodyLimit(ServerHttpRequest request, long limit) {
        super(request);
        this.limit = limit;
    }

    @Override
    public Flux<DataBuffer> getBody() {
        AtomicLong seen = new AtomicLong();
        return super.getBody().handle((buffer, out) -> {
            if (seen.addAndGet(buffer.readableByteCount()) > limit) {
                DataBufferUtils.release(buffer);
                out.error(EdgeProblem.BODY_TOO_LARGE.with("limit", limit));
            } else {
                out.next(buffer);
            }
        });
    }
}
