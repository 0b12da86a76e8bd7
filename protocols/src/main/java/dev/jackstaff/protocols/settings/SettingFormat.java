package dev.jackstaff.protocols.settings;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The format of a setting's value. */
public enum SettingFormat {
    TEXT("a text") {
        @Override
        String normalize(String value) {
            return value;
        }
    },
    SECRET("a secret") {
        @Override
        String normalize(String value) {
            return value;
        }
    },
    ADDRESSES("a list of host:port, separated by commas") {
        @Override
        String normalize(String value) {
            for (String address : value.split(",", -1)) {
                if (!ADDRESS.matcher(address.strip()).matches() || port(address.strip()) > MAX_PORT) {
                    throw new IllegalArgumentException("no address with a port");
                }
            }
            return value;
        }

        private static int port(String address) {
            return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        }
    },
    NUMBER("a number from 0 to 2147483647") {
        @Override
        String normalize(String value) {
            int number = Integer.parseInt(value);
            if (number < 0) {
                throw new IllegalArgumentException("negative");
            }
            return Integer.toString(number);
        }
    },
    DURATION("an ISO 8601 duration such as PT30S") {
        @Override
        String normalize(String value) {
            try {
                return Duration.parse(value).toString();
            } catch (DateTimeParseException invalid) {
                throw new IllegalArgumentException("no duration", invalid);
            }
        }
    },
    SECONDS("a number of seconds, 0 or more") {
        @Override
        String normalize(String value) {
            BigDecimal seconds = new BigDecimal(value);
            if (seconds.signum() < 0) {
                throw new IllegalArgumentException("negative");
            }
            return seconds.toPlainString();
        }
    },
    PATH("a path such as /flags") {
        @Override
        String normalize(String value) {
            String path = SLASHES.matcher("/" + value + "/").replaceAll("/");
            if (!PATHS.matcher(path).matches()) {
                throw new IllegalArgumentException("other characters");
            }
            return path.substring(0, path.length() - 1);
        }
    },
    LOG_FORMAT("text or json") {
        @Override
        String normalize(String value) {
            String word = value.toLowerCase(Locale.ROOT);
            if (!word.equals(JSON) && !PLAIN.contains(word)) {
                throw new IllegalArgumentException("neither");
            }
            return word.equals(JSON) ? JSON : "text";
        }
    },
    SWITCH("true or false") {
        @Override
        String normalize(String value) {
            String word = value.toLowerCase(Locale.ROOT);
            if (YES.contains(word)) {
                return ON;
            }
            if (NO.contains(word)) {
                return OFF;
            }
            throw new IllegalArgumentException("neither");
        }
    };

    /** The machine-readable form of a log. */
    public static final String JSON = "json";

    private static final Set<String> PLAIN = Set.of("text", "plain", "pretty", "generic");

    static final String ON = "true";
    private static final String OFF = "false";
    private static final Set<String> YES = Set.of(ON, "1", "yes", "on", "y", "t");
    private static final Pattern ADDRESS = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^\\s:\\[\\]]+):\\d{1,5}");
    private static final int MAX_PORT = 65_535;
    private static final Pattern SLASHES = Pattern.compile("/+");
    private static final Pattern PATHS = Pattern.compile("/([A-Za-z0-9._~-]+/)*");
    private static final Set<String> NO = Set.of(OFF, "0", "no", "off", "n", "f");

    private final String description;

    SettingFormat(String description) {
        this.description = description;
    }

    /** What a value must be. */
    String description() {
        return description;
    }

    /**
     * The normalized value.
     *
     * @throws IllegalArgumentException if the value has another format
     */
    abstract String normalize(String value);
}
