package io.niaga.service.openapi;

/**
 * A resource that problems of the service carry as a member of their own, beside {@code params}; a bean.
 *
 * @param name of the parameter
 * @param json what it is
 */
public record ProblemResource(String name, Class<? extends Record> json) {}
