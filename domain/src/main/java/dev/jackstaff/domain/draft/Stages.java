package dev.jackstaff.domain.draft;

import org.jspecify.annotations.Nullable;

/**
 * What a draft makes of something.
 *
 * @param base what was there when the draft was begun
 * @param drafted that, with the draft
 * @param current what is there now
 * @param rebased that, with the draft; null if the draft cannot be applied to it any more
 * @param <S> the settings of a flag in an environment, or the details of a flag
 */
public record Stages<S>(S base, S drafted, S current, @Nullable S rebased) {
    /** What the draft wants: with what others have changed since, where that can be. */
    public S wanted() {
        S latest = rebased;
        return latest == null ? drafted : latest;
    }
}
