package dev.jackstaff.cli.installation;

import java.util.Locale;

/** What a process is in an installation. */
public enum Role {
    POSTGRES("PostgreSQL"),
    HUB("the hub"),
    EDGE("the edge");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    /** Its name within a sentence. */
    public String title() {
        return title;
    }

    /** Its name at the beginning of a sentence. */
    public String subject() {
        return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
    }

    /** Its name in files and arguments. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
