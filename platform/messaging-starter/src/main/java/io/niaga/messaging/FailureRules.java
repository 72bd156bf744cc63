package io.niaga.messaging;

import com.mongodb.MongoClientException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import io.niaga.types.CommonProblem;
import io.niaga.types.Problem;
import io.niaga.types.ProblemException;
import io.niaga.types.ProblemKind;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.util.ClassUtils;

/** Tells what a failure means from its type and causes. */
final class FailureRules {
    private static final int DEEPEST = 10;

    private final List<Class<?>> outages;

    /** @param outages names of further exceptions that are waited out; those that are not on the classpath do not occur */
    FailureRules(List<String> outages) {
        ClassLoader loader = FailureRules.class.getClassLoader();
        this.outages = outages.stream()
                .filter(name -> ClassUtils.isPresent(name, loader))
                .<Class<?>>map(name -> ClassUtils.resolveClassName(name, loader))
                .toList();
    }

    FailureKind kind(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (isClash(cause)) {
                return FailureKind.CLASH;
            }
            if (isOutage(cause) || isNamed(cause)) {
                return FailureKind.OUTAGE;
            }
            cause = cause.getCause();
        }
        return FailureKind.DEFECT;
    }

    private static boolean isClash(Throwable cause) {
        return cause instanceof ConcurrencyFailureException
                || (cause instanceof ProblemException problem && isClash(problem.problem()));
    }

    private static boolean isClash(Problem problem) {
        return problem == CommonProblem.CONCURRENT_CHANGE || problem == CommonProblem.STALE_VERSION;
    }

    private boolean isNamed(Throwable cause) {
        return outages.stream().anyMatch(outage -> outage.isInstance(cause));
    }

    private static boolean isOutage(Throwable cause) {
        return switch (cause) {
            case DependencyDown _, DataAccessResourceFailureException _, TransientDataAccessException _ -> true;
            case MongoSocketException _, MongoNotPrimaryException _, MongoNodeIsRecoveringException _ -> true;
            case MongoClientException _, IOException _, TimeoutException _ -> true;
            case MongoException mongo ->
                mongo.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
                        || mongo.hasErrorLabel("RetryableWriteError");
            case ProblemException problem -> problem.problem().kind() == ProblemKind.UNAVAILABLE;
            default -> false;
        };
    }
}
