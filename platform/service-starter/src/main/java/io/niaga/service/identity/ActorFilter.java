package io.niaga.service.identity;

import io.niaga.service.problem.ProblemWriter;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.ProblemException;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Establishes the actor of every request. A token that is not to be believed ends it with 401; {@code /internal/**} is for
 * services only; everything else is decided by the verbs.
 */
final class ActorFilter implements Filter {
    private static final String INTERNAL = "/internal";

    private final Callers callers;
    private final ProblemWriter problems;

    ActorFilter(Callers callers, ProblemWriter problems) {
        this.callers = callers;
        this.problems = problems;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        Actor actor;
        try {
            actor = callers.of(http);
            admit(actor, http.getServletPath());
        } catch (ProblemException refused) {
            problems.write(http, (HttpServletResponse) response, refused);
            return;
        }
        http.setAttribute(CurrentActor.ATTRIBUTE, actor);
        CurrentActor.enter(actor);
        try {
            chain.doFilter(request, response);
        } finally {
            CurrentActor.leave();
        }
    }

    private static void admit(Actor actor, String path) {
        boolean internal = path.equals(INTERNAL) || path.startsWith(INTERNAL + "/");
        if (internal && !(actor instanceof Actor.Service)) {
            throw actor instanceof Actor.Guest
                    ? CommonProblem.UNAUTHENTICATED.now()
                    : CommonProblem.FORBIDDEN.with("action", "call");
        }
    }
}
