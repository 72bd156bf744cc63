package io.niaga.testsupport;

import java.util.Optional;

/** What an answer to bad input must be. Whatever it is, a failure is a well-formed problem document. */
enum Verdict {
    /** 4xx: nobody could mean this. */
    REFUSED {
        @Override
        boolean allows(int status) {
            return status >= 400 && status < 500;
        }
    },
    /**
     * 400: the body was looked at; otherwise the path led nowhere, and all other bodies would prove nothing. 401: it is to be
     * signed, and is not.
     */
    READ {
        @Override
        boolean allows(int status) {
            return status == 400 || status == 401;
        }
    },
    /** 401, before anything else is looked at. */
    UNAUTHENTICATED {
        @Override
        boolean allows(int status) {
            return status == 401;
        }
    },
    /** Anything but a failure of ours; 503 is honest when something that is needed is away. */
    CALM {
        @Override
        boolean allows(int status) {
            return status < 500 || status == 503;
        }
    };

    abstract boolean allows(int status);

    /** What is wrong with the answer, or empty. */
    Optional<String> complaint(Answer answer) {
        if (!allows(answer.status())) {
            return Optional.of("should be " + this);
        }
        return answer.status() < 400 ? Optional.empty() : ProblemShape.flaw(answer);
    }
}
