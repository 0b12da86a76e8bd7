package dev.jackstaff.admin.history;

import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.admin.sentence.Percent;
import dev.jackstaff.domain.history.ChangeRecord;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A change as a history shows it; of one that is not recorded any more, only when it was. */
public class HistoryEntry {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final int MAX_SENTENCES = 20;

    private final Instant at;
    private final @Nullable ChangeRecord change;
    private final List<RecordedStep> steps;

    /**
     * An entry.
     *
     * @param steps those that are shown
     */
    HistoryEntry(Instant at, @Nullable ChangeRecord change, List<RecordedStep> steps) {
        this.at = at;
        this.change = change;
        this.steps = List.copyOf(steps);
    }

    public Instant getAt() {
        return at;
    }

    /** The time of the day, in UTC. */
    public String getClock() {
        return CLOCK.format(at);
    }

    /** Who made it; empty if that is not recorded. */
    public String getPerson() {
        return change == null ? "" : change.actor();
    }

    public String getReason() {
        return change == null ? "" : change.reason();
    }

    public String getTicket() {
        return change == null ? "" : change.ticket();
    }

    /** Whether the ticket is an address that can be followed. */
    public boolean isTicketLinked() {
        return getTicket().startsWith("https://") || getTicket().startsWith("http://");
    }

    /** What it did, for people. */
    public List<String> getSentences() {
        return steps.isEmpty()
                ? List.of(MessageBundle.format("history.unrecorded"))
                : steps.stream()
                        .limit(MAX_SENTENCES)
                        .map(RecordedStep::sentence)
                        .map(Percent::unbroken)
                        .toList();
    }

    /** How many sentences are left out. */
    public int getMore() {
        return Math.max(0, steps.size() - MAX_SENTENCES);
    }

    /** Its instructions as JSON; empty if they are not recorded. */
    public String getTechnical() {
        return steps.isEmpty() ? "" : RecordedStep.technical(steps);
    }

    /** The kind of mark beside it. */
    public EntryMark getMark() {
        return steps.isEmpty() ? EntryMark.OTHER : EntryMark.of(steps.get(0).type());
    }

    /** The steps that are shown. */
    List<RecordedStep> steps() {
        return steps;
    }
}
