package dev.jackstaff.protocols.unleash;

/**
 * The payload of a variant.
 *
 * @param type {@code string}, {@code json}, {@code csv} or {@code number}
 * @param value always a text, whatever the type
 */
public record Payload(String type, String value) {}
