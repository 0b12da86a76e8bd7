package dev.jackstaff.domain.listing;

import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.engine.ValueType;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which flags are listed: those that meet all of this.
 *
 * @param text part of the key, name, description, owner or a tag, in any case; empty for all
 * @param environment where {@code enabled}, {@link FlagMark#ROLLING_OUT}, {@link FlagMark#HELD_OFF} and
 *     {@link FlagMark#KILLED} are asked; null for any
 * @param enabled whether the flag is on in the environment; null for both
 * @param tag a whole tag; empty for all
 * @param owner the whole owner; empty for all
 * @param marks what each flag has; archived flags are listed only with {@link FlagMark#ARCHIVED}
 * @param changedSince the earliest last change of the flag or its settings; null for all
 */
public record FlagFilter(
        String text,
        @Nullable EnvironmentKey environment,
        @Nullable Boolean enabled,
        @Nullable ValueType type,
        @Nullable FlagKind kind,
        String tag,
        String owner,
        Set<FlagMark> marks,
        @Nullable Instant changedSince) {
    /** All flags that are not archived. */
    public static final FlagFilter ALL = new FlagFilter("", null, null, null, null, "", "", Set.of(), null);

    public FlagFilter {
        marks = Set.copyOf(marks);
    }

    /** This filter, with another text. */
    public FlagFilter withText(String other) {
        return new FlagFilter(other, environment, enabled, type, kind, tag, owner, marks, changedSince);
    }

    /** This filter, for an environment. */
    public FlagFilter in(EnvironmentKey place, @Nullable Boolean on) {
        return new FlagFilter(text, place, on, type, kind, tag, owner, marks, changedSince);
    }

    /** This filter, for a type and a kind. */
    public FlagFilter of(@Nullable ValueType otherType, @Nullable FlagKind otherKind) {
        return new FlagFilter(text, environment, enabled, otherType, otherKind, tag, owner, marks, changedSince);
    }

    /** This filter, for a tag and an owner. */
    public FlagFilter labelled(String otherTag, String otherOwner) {
        return new FlagFilter(text, environment, enabled, type, kind, otherTag, otherOwner, marks, changedSince);
    }

    /** This filter, with one more mark. */
    public FlagFilter with(FlagMark mark) {
        EnumSet<FlagMark> more = EnumSet.of(mark);
        more.addAll(marks);
        return new FlagFilter(text, environment, enabled, type, kind, tag, owner, more, changedSince);
    }

    /** This filter, for what was changed since an instant. */
    public FlagFilter changedSince(Instant since) {
        return new FlagFilter(text, environment, enabled, type, kind, tag, owner, marks, since);
    }
}
