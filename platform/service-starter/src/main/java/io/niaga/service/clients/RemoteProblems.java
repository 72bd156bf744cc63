package io.niaga.service.clients;

import io.niaga.service.problem.ProblemStatus;
import io.niaga.service.problem.ProblemTranslation;
import io.niaga.types.CommonProblem;
import io.niaga.types.Problem;
import io.niaga.types.ProblemException;
import io.niaga.types.ProblemKind;
import org.jspecify.annotations.Nullable;

/** Failures of calls that nobody branched on: a refusal is passed on as it was told, the rest is 503. */
final class RemoteProblems implements ProblemTranslation {
    private record Told(String name, ProblemKind kind, String detail) implements Problem {}

    @Override
    public @Nullable ProblemException translate(Throwable failure) {
        return switch (failure) {
            case RemoteUnavailable ignored -> CommonProblem.SERVICE_UNAVAILABLE.now();
            case RemoteRefused refused when refused.status() == 403 -> CommonProblem.INTERNAL_ERROR.now();
            case RemoteRefused refused -> passedOn(refused);
            default -> null;
        };
    }

    private static ProblemException passedOn(RemoteRefused refused) {
        ProblemKind kind = ProblemKind.CONFLICT;
        for (ProblemKind candidate : ProblemKind.values()) {
            if (ProblemStatus.of(candidate) == refused.status()) {
                kind = candidate;
            }
        }
        ProblemException problem = new ProblemException(new Told(refused.code(), kind, refused.detail()));
        refused.params().forEach(problem::with);
        refused.errors().forEach(problem::at);
        return problem;
    }
}
