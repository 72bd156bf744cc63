package io.niaga.types;

/**
 * One field of a request that is at fault.
 *
 * @param pointer JSON Pointer (RFC 6901) into the body, or the name of a query parameter or header
 * @param code stable UPPER_SNAKE reason
 * @param message an English sentence without personal data
 */
public record FieldError(String pointer, String code, String message) {}
