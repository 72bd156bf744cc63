package io.niaga.service.problem;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoClientException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import io.niaga.types.CommonProblem;
import io.niaga.types.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;

/** What the database's failures mean to a client: somebody was quicker, or it is not there. */
final class StoreProblems implements ProblemTranslation {
    @Override
    public @Nullable ProblemException translate(Throwable failure) {
        return switch (failure) {
            case OptimisticLockingFailureException ignored -> CommonProblem.CONCURRENT_CHANGE.now();
            case DuplicateKeyException ignored -> CommonProblem.CONCURRENT_CHANGE.now();
            case DataAccessResourceFailureException ignored -> CommonProblem.SERVICE_UNAVAILABLE.now();
            case QueryTimeoutException ignored -> CommonProblem.SERVICE_UNAVAILABLE.now();
            case MongoWriteException write
            when write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY -> CommonProblem.CONCURRENT_CHANGE.now();
            // Not reached, no connection free, or nobody who may write at the moment.
            case MongoClientException ignored -> CommonProblem.SERVICE_UNAVAILABLE.now();
            case MongoSocketException ignored -> CommonProblem.SERVICE_UNAVAILABLE.now();
            case MongoNotPrimaryException ignored -> CommonProblem.SERVICE_UNAVAILABLE.now();
            case MongoNodeIsRecoveringException ignored -> CommonProblem.SERVICE_UNAVAILABLE.now();
            case MongoWriteConcernException ignored -> CommonProblem.SERVICE_UNAVAILABLE.now();
            default -> null;
        };
    }
}
