package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.admin.frame.Times;
import dev.jackstaff.admin.sentence.Percent;
import dev.jackstaff.domain.listing.EnvironmentSummary;
import dev.jackstaff.domain.listing.EnvironmentSummary.Meaning;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a flag does in one environment, in a cell of the flag list. */
public record StateCell(EnvironmentMark mark, EnvironmentSummary summary) {
    public EnvironmentMark getMark() {
        return mark;
    }

    public boolean isOn() {
        return summary.enabled();
    }

    /** In two or three words. */
    public String getWords() {
        return switch (summary.meaning()) {
            case OFF -> say("cell.off");
            case KILLED -> killed(summary.returnsAt());
            case HELD_OFF -> say("cell.heldOff");
            case EVERYONE -> everyone(summary.variant());
            case SHARE -> Percent.of(summary.basisPoints());
            case RULES -> say("cell.rules", summary.rules());
            case SPLIT -> say("summary.split", Percent.ofSplit(summary.split()));
        };
    }

    private static String killed(@Nullable Instant back) {
        return back == null ? say("cell.killed") : say("cell.killedUntil", Times.clock(back));
    }

    private static String everyone(@Nullable String variant) {
        return variant == null ? say("cell.asOff") : say("cell.everyone");
    }

    /** More, where a few words do not say it: what everybody gets, or which flag holds this one off. */
    public @Nullable String getTitle() {
        if (summary.heldBy() != null) {
            return say("cell.heldBy", summary.heldBy());
        }
        return summary.variant() == null || !summary.enabled() ? null : say("cell.gets", summary.variant());
    }

    /** The classes of the words. */
    public String getLook() {
        if (summary.meaning() == Meaning.KILLED) {
            return "say say-danger";
        }
        if (summary.meaning() == Meaning.HELD_OFF) {
            return "say say-warn";
        }
        return summary.enabled() ? "say" : "say say-off";
    }

    private static String say(String key, Object... arguments) {
        return MessageBundle.format(key, arguments);
    }
}
