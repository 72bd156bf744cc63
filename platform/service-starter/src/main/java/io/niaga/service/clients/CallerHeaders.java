package io.niaga.service.clients;

import feign.RequestInterceptor;
import feign.RequestTemplate;
import io.niaga.service.identity.CurrentActor;
import io.niaga.service.trace.Trace;
import io.niaga.types.Actor;

/** Says who calls (this service), for whom (the person of the current request), and in which trace. */
final class CallerHeaders implements RequestInterceptor {
    private final ServiceToken token;

    CallerHeaders(ServiceToken token) {
        this.token = token;
    }

    @Override
    public void apply(RequestTemplate request) {
        request.header("Authorization", "Bearer " + token.bearer());
        CurrentActor.get().flatMap(Actor::person).ifPresent(person -> request.header("On-Behalf-Of", person.value()));
        Trace trace = Trace.current();
        if (trace != null) {
            request.header(Trace.HEADER, trace.traceparent());
        }
    }
}
