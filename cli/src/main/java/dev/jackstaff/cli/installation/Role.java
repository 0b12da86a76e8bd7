package dev.jackstaff.cli.installation;

import java.util.Locale;

/** What a process is in an installation. */
public enum Role {
    POSTGRES("PostgreSQL"),
    HUB("hub"),
    EDGE("edge");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    /** Its name in sentences. */
    public String title() {
        return title;
    }

    /** Its name in files and arguments. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
