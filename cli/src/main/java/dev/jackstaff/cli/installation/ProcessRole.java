package dev.jackstaff.cli.installation;

import java.util.Locale;

/** What a process is in an installation. */
public enum ProcessRole {
    POSTGRES("PostgreSQL"),
    HUB("the hub"),
    EDGE("the edge");

    private final String nameInSentence;

    ProcessRole(String title) {
        this.nameInSentence = title;
    }

    /** Its name within a sentence. */
    public String nameInSentence() {
        return nameInSentence;
    }

    /** Its name at the beginning of a sentence. */
    public String nameAtStart() {
        return nameInSentence.substring(0, 1).toUpperCase(Locale.ROOT) + nameInSentence.substring(1);
    }

    /** Its name in files and arguments. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
