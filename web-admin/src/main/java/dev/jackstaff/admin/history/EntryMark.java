package dev.jackstaff.admin.history;

/** The mark beside an entry of a history: an icon and a colour that say what kind of change it was. */
public enum EntryMark {
    ON("flag", "mark-on"),
    OFF("kill", "mark-danger"),
    ADDED("plus", "mark-accent"),
    REMOVED("trash", "mark-danger"),
    ROLLED_OUT("rollout", "mark-accent"),
    MOVED("updown", ""),
    PAUSED("pause", ""),
    RESUMED("run", ""),
    ARCHIVED("archive", ""),
    RESTORED("restore", "mark-on"),
    OTHER("edit", "");

    private final String icon;
    private final String colour;

    EntryMark(String icon, String colour) {
        this.icon = icon;
        this.colour = colour;
    }

    /** The mark of a change whose first instruction has this type. */
    static EntryMark of(String type) {
        return switch (type) {
            case "turn-on" -> ON;
            case "turn-off" -> OFF;
            case "set-rollout", "set-fallthrough", "set-rule-outcome" -> ROLLED_OUT;
            case "pause-rule" -> PAUSED;
            case "resume-rule" -> RESUMED;
            case "archive-flag" -> ARCHIVED;
            case "unarchive-flag", "restore-flag", "restore-segment" -> RESTORED;
            default -> ofVerb(type.substring(0, Math.max(0, type.indexOf('-'))));
        };
    }

    private static EntryMark ofVerb(String verb) {
        return switch (verb) {
            case "create", "add" -> ADDED;
            case "delete", "remove" -> REMOVED;
            case "move" -> MOVED;
            default -> OTHER;
        };
    }

    /** The name of the icon. */
    public String getIcon() {
        return icon;
    }

    /** The class of its colour; empty for grey. */
    public String getColour() {
        return colour;
    }
}
