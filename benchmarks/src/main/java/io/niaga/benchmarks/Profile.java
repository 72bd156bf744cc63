package io.niaga.benchmarks;

/**
 * One kind of load: what a buyer does, once per operation.
 *
 * @param name on the command line and in tables
 * @param what one operation, in words
 * @param goal processor time of all processes per operation, in milliseconds, from the quality goals
 * @param rate operations per second in the open loop: about half of what two cores can do
 */
record Profile(String name, String what, double goal, double rate, Operation operation) {
    /** One operation; {@code number} counts through the whole run, so that buyers do not all want the same. */
    interface Operation {
        void run(Web web, long number) throws Exception;
    }
}
