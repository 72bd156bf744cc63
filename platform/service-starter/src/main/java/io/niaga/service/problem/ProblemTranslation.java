package io.niaga.service.problem;

import io.niaga.types.ProblemException;
import org.jspecify.annotations.Nullable;

/** Says what a technical failure means to a client. Beans of this type are asked in their order; the first answer counts. */
@FunctionalInterface
public interface ProblemTranslation {
    /** The problem, or null when this failure is not known here. */
    @Nullable
    ProblemException translate(Throwable failure);
}
