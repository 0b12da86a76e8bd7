package dev.jackstaff.cli.installation;

import java.util.Locale;

/** The role of a process in an installation. */
public enum ProcessRole {
    POSTGRES("PostgreSQL"),
    HUB("the hub"),
    EDGE("the edge");

    private final String nameInSentence;

    ProcessRole(String title) {
        this.nameInSentence = title;
    }

    /** The role's name within a sentence. */
    public String nameInSentence() {
        return nameInSentence;
    }

    /** The role's name at the start of a sentence. */
    public String nameAtStart() {
        return nameInSentence.substring(0, 1).toUpperCase(Locale.ROOT) + nameInSentence.substring(1);
    }

    /** The role's name in files and arguments. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
