package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.domain.flag.FlagKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** The kinds of flags, in words and icons. */
@Named
@ApplicationScoped
public class Kinds {
    /** The name of the icon of a kind. */
    public String iconOf(FlagKind kind) {
        return switch (kind) {
            case RELEASE -> "rollout";
            case EXPERIMENT -> "beaker";
            case OPERATIONAL -> "gauge";
            case KILL_SWITCH -> "kill";
            case PERMISSION -> "lock";
        };
    }

    /** A kind in words. */
    public String nameOf(FlagKind kind) {
        return MessageBundle.format("kind." + kind.label());
    }
}
