package io.niaga.testsupport;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.annotation.AliasFor;

/**
 * A test of a whole service on a free port, with everything around it inside this JVM.
 *
 * <p>There are a document store ({@code NIAGA_MONGODB_URI} when set, else the embedded one; an empty database for each
 * application context), a Kafka broker with all topics ({@link TestBroker}), an identity server's keys and tokens
 * ({@link TestIdentity}), and one WireMock in the place of all other services ({@link Neighbours}). Each is started once per
 * JVM, and only when the service asks for its address.
 *
 * <p>Beans to inject: {@link Api} (calls the service, nobody signed in), {@link FakeClock} (the service's clock) and
 * {@link RecordedFinds} (what it asked its database for). Before each test method the clock runs again with the system's and the neighbours forget what they were told.
 *
 * <p>Tests that differ in {@link #properties} or {@link #classes} get contexts of their own; keep to one.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(FreshSurroundings.class)
public @interface NiagaIT {
    @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
    String[] properties() default {};

    @AliasFor(annotation = SpringBootTest.class, attribute = "classes")
    Class<?>[] classes() default {};
}
