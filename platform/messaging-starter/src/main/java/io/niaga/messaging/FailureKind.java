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
import java.util.concurrent.TimeoutException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/** What a failure of a receiver means for the event. */
enum FailureKind {
    /** Something needed is not there: wait, then try again, however often. */
    OUTAGE,
    /** Somebody else changed the same thing: try again at once. */
    CLASH,
    /** A defect: tried a few times, then set aside. */
    DEFECT;

    private static final int DEEPEST = 10;

    static FailureKind of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (isClash(cause)) {
                return CLASH;
            }
            if (isOutage(cause)) {
                return OUTAGE;
            }
            cause = cause.getCause();
        }
        return DEFECT;
    }

    private static boolean isClash(Throwable cause) {
        return cause instanceof ConcurrencyFailureException
                || (cause instanceof ProblemException problem && isClash(problem.problem()));
    }

    private static boolean isClash(Problem problem) {
        return problem == CommonProblem.CONCURRENT_CHANGE || problem == CommonProblem.STALE_VERSION;
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
