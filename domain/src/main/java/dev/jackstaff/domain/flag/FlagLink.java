package dev.jackstaff.domain.flag;

/**
 * A link of a flag to what people read about it elsewhere.
 *
 * @param url an address with {@code http} or {@code https}
 */
public record FlagLink(String title, String url) {}
