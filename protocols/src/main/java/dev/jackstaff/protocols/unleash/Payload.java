package dev.jackstaff.protocols.unleash;

/**
 * What a variant carries.
 *
 * @param type {@code string}, {@code json}, {@code csv} or {@code number}
 * @param value always a text, whatever the type
 */
public record Payload(String type, String value) {}
