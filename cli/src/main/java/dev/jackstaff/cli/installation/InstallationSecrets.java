package dev.jackstaff.cli.installation;

import java.security.SecureRandom;

/** The generated secrets of an installation: of administrator, application server, database and data grid. */
public record InstallationSecrets(
        String adminPassword, String asadminPassword, String postgresPassword, String gridSecret) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 24;
    private static final int GRID_SECRET_LENGTH = 48;

    public static InstallationSecrets generate() {
        return new InstallationSecrets(
                randomText(LENGTH), randomText(LENGTH), randomText(LENGTH), randomText(GRID_SECRET_LENGTH));
    }

    /** These secrets; with a new one for the data grid if an earlier version made none. */
    InstallationSecrets completed() {
        return gridSecret.isEmpty()
                ? new InstallationSecrets(
                        adminPassword, asadminPassword, postgresPassword, randomText(GRID_SECRET_LENGTH))
                : this;
    }

    /** A random text of letters and digits that are easy to tell apart. */
    public static String randomText(int length) {
        return RANDOM.ints(length, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, i) -> text.append(LETTERS.charAt(i)), StringBuilder::append)
                .toString();
    }

    @Override
    public String toString() {
        return "InstallationSecrets[...]";
    }
}
