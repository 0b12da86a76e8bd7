package dev.jackstaff.grid;

import java.util.Set;

/** The name of a data grid, and whether only this machine reaches it. */
public record GridIdentity(String name, boolean loopback) {
    /** The names that everybody knows: those of the software below, and of earlier examples. */
    private static final Set<String> DEFAULT_NAMES = Set.of("dev", "development", "jackstaff");

    /**
     * The identity of a grid by the address that a member uses in it.
     *
     * @param address a name, an address, or a pattern of addresses such as {@code 10.77.0.*}
     */
    public static GridIdentity at(String name, String address) {
        return new GridIdentity(
                name, address.equals("localhost") || address.equals("::1") || address.startsWith("127."));
    }

    /**
     * Refuses a default name beyond loopback: members of somebody else could join by accident.
     *
     * @param setting the setting of the name, for the message
     * @throws IllegalArgumentException if the name is a default name
     */
    public void requireOwnName(String setting) {
        if (!loopback && DEFAULT_NAMES.contains(name)) {
            throw new IllegalArgumentException(setting + " is \"" + name
                    + "\", which is a default name. Beyond this machine the data grid needs a name of its own.");
        }
    }
}
