package io.niaga.localstack.topology;

/** Which compilers of the JVM a process uses: C2 where requests are served, C1 where memory counts more. */
public enum Jit {
    C1,
    C2
}
