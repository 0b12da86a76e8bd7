package dev.jackstaff.api.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The paths at which the hub computes the hash of a password for somebody who is not logged in. */
final class LoginPaths {
    private static final Pattern PARAMETERS = Pattern.compile(";[^/]*");
    private static final Pattern LOGIN =
            Pattern.compile("(/+flexflag)?/+api/+v1/+auth/+(login|register)/*|/+admin/+login\\.xhtml/*");

    private LoginPaths() {}

    /** Whether a path is one of them, however it is written. */
    static boolean contain(String path) {
        return LOGIN.matcher(decoded(PARAMETERS.matcher(path).replaceAll(""))).matches();
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return path;
        }
    }
}
