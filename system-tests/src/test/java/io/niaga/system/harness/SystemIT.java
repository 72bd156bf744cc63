package io.niaga.system.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of the whole system: {@link SystemStack} can be a parameter of its methods and constructor.
 *
 * <p>Whatever a class breaks is healed after it. A failing test shows the end of the logs of what died.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SystemExtension.class)
public @interface SystemIT {}
