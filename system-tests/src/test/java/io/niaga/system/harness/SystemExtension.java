package io.niaga.system.harness;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/** Hands out the system, heals it after each class, and says what died when a test fails. */
final class SystemExtension
        implements ParameterResolver, BeforeAllCallback, AfterAllCallback, TestExecutionExceptionHandler {
    @Override
    public void beforeAll(ExtensionContext context) {
        SystemStack.running();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        SystemStack.running().heal();
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        if (!(thrown instanceof TestAbortedException)) {
            System.out.println("In " + context.getDisplayName() + ":");
            SystemStack.running().report().forEach(System.out::println);
        }
        throw thrown;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SystemStack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return SystemStack.running();
    }
}
