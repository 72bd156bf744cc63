package io.niaga.service.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text that is one of few: the API document lists them as the domain has them. Of an enum the names are told (or what its
 * {@code wireName()} says), of a sealed type those of its records: {@code AwaitingPayment} is {@code AWAITING_PAYMENT}.
 */
@Documented
@Target({ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Among {
    Class<?> value();

    /** Names that are not shown, or shown as another. */
    String[] without() default {};

    /** Names that come from elsewhere. */
    String[] also() default {};
}
