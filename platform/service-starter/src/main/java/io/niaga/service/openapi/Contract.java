package io.niaga.service.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What an operation promises that its signature does not show. The API document is made of both, and the tests of a service
 * fail at the first answer that is not in it.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Contract {
    /** Among {@link #guests}: no token is needed at all. */
    String ANYBODY = "";

    /** Statuses: of success when it is not 200 (or 204 for {@code ResponseEntity<Void>}), and refusals nothing else tells. */
    int[] answers() default {};

    /** Headers of a {@code ResponseEntity}; {@code Location} of 201 goes without saying, a list without a contract has none. */
    String[] gives() default {"ETag"};

    /** Headers without which it is refused: {@code Idempotency-Key} (400), {@code If-Match} (428). */
    String[] needs() default {};

    /** For guests too: purposes of {@link io.niaga.service.identity.GuestTokens}, or {@link #ANYBODY}. */
    String[] guests() default {};
}
