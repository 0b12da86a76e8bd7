package dev.jackstaff.cli.installation;

import java.security.SecureRandom;

/** The generated passwords of an installation: administrator, application server and database. */
public record InstallationSecrets(String adminPassword, String asadminPassword, String postgresPassword) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 24;

    public static InstallationSecrets generate() {
        return new InstallationSecrets(randomText(LENGTH), randomText(LENGTH), randomText(LENGTH));
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
