package io.niaga.service.identity;

import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers the {@link Actor}; one that asks for an {@link Actor.Person} is for people who signed in. */
final class ActorArgument implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return Actor.class.isAssignableFrom(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Object actor = request.getAttribute(CurrentActor.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        Object known = actor == null ? Actor.Guest.ANONYMOUS : actor;
        if (parameter.getParameterType().isInstance(known)) {
            return known;
        }
        throw known instanceof Actor.Guest
                ? CommonProblem.UNAUTHENTICATED.now()
                : CommonProblem.FORBIDDEN.with("action", "do this");
    }
}
