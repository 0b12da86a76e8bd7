package dev.jackstaff.cli.installation;

import java.security.SecureRandom;

/**
 * The generated secrets of an installation: of administrator, application server, data grid and audit trail, and of the two
 * roles of its database: the owner and the one that the hub works with.
 */
public record InstallationSecrets(
        String adminPassword,
        String asadminPassword,
        String postgresPassword,
        String gridSecret,
        String workerPassword,
        String auditSecret) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 24;
    private static final int SECRET_LENGTH = 48;

    public static InstallationSecrets generate() {
        return new InstallationSecrets(
                randomText(LENGTH),
                randomText(LENGTH),
                randomText(LENGTH),
                randomText(SECRET_LENGTH),
                randomText(LENGTH),
                randomText(SECRET_LENGTH));
    }

    /** These secrets, with new ones in place of those that an earlier version did not make. */
    InstallationSecrets completed() {
        return new InstallationSecrets(
                adminPassword,
                asadminPassword,
                postgresPassword,
                orRandom(gridSecret, SECRET_LENGTH),
                orRandom(workerPassword, LENGTH),
                orRandom(auditSecret, SECRET_LENGTH));
    }

    private static String orRandom(String secret, int length) {
        return secret.isEmpty() ? randomText(length) : secret;
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
