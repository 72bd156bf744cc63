package io.niaga.service.clients;

import feign.InvocationContext;
import feign.ResponseInterceptor;
import feign.codec.DecodeException;

/**
 * An answer that cannot be read, perhaps of a version to come, says nothing about whether the request was carried out; and it is
 * no fault of whoever asks us.
 */
final class ReadableAnswers implements ResponseInterceptor {
    @Override
    public Object intercept(InvocationContext call, Chain chain) throws Exception {
        try {
            return chain.next(call);
        } catch (DecodeException unreadable) {
            String remote =
                    call.response().request().requestTemplate().feignTarget().name();
            throw new RemoteUnavailable(remote, "its answer cannot be read", true, unreadable);
        }
    }
}
