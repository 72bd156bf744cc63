package io.niaga.types;

/**
 * A way to fail that a client can meet. Implemented by one enum per feature; the constant's name is the stable code.
 *
 * <p>{@link #detail()} is an English sentence in which {@code {name}} stands for the parameter of that name, so everything
 * dynamic is also a field of the answer.
 */
public interface Problem {
    /** The stable code, UPPER_SNAKE; an enum's {@code name()} is it. */
    String name();

    ProblemKind kind();

    /** The sentence, with {@code {parameter}} places. */
    String detail();

    default String code() {
        return name();
    }

    default ProblemException now() {
        return new ProblemException(this);
    }

    default ProblemException with(String parameter, Object value) {
        return new ProblemException(this).with(parameter, value);
    }
}
