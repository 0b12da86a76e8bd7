package dev.jackstaff.admin.compare;

import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.domain.flag.FlagStateDetails;

/**
 * The settings of a flag in one of the environments that are compared.
 *
 * @param here whether it is the environment that the address names, from which the others differ
 * @param drafted whether the settings are those with the reader's draft
 */
public record ComparedColumn(EnvironmentMark mark, FlagStateDetails settings, boolean here, boolean drafted) {
    public EnvironmentMark getMark() {
        return mark;
    }

    public boolean isHere() {
        return here;
    }

    public boolean isDrafted() {
        return drafted;
    }
}
