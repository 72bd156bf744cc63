package io.niaga.service.problem;

import io.niaga.types.CommonProblem;
import io.niaga.types.ProblemException;
import java.util.List;

/** What any failure means to the client: as thrown, as a translation says, or else a defect of ours. */
public final class Problems {
    private static final int DEEPEST_CAUSE = 12;

    private final List<ProblemTranslation> translations;

    public Problems(List<ProblemTranslation> translations) {
        this.translations = List.copyOf(translations);
    }

    public ProblemException of(Throwable failure) {
        if (failure instanceof ProblemException problem) {
            return problem;
        }
        for (ProblemTranslation translation : translations) {
            ProblemException problem = translation.translate(failure);
            if (problem != null) {
                return problem;
            }
        }
        Throwable cause = failure.getCause();
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++, cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
        }
        return CommonProblem.INTERNAL_ERROR.now();
    }
}
