package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.admin.frame.PageMessages;
import dev.jackstaff.admin.frame.Times;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.change.ChangeNote;
import dev.jackstaff.domain.change.FlagRestoration;
import dev.jackstaff.domain.change.boundary.KillSwitches;
import dev.jackstaff.domain.change.boundary.KillSwitches.KillResult;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The dialog that turns a flag off everywhere at once, and what the head of the page says as long as it comes back. */
@Named
@RequestScoped
public class FlagKill {
    @Inject
    Here here;

    @Inject
    FlagFrame frame;

    @Inject
    KillSwitches killSwitches;

    @Inject
    PageMessages messages;

    /** The environments in which the flag is on. */
    public List<EnvironmentMark> getWhereOn() {
        return frame.getCards().stream()
                .filter(EnvironmentCard::isOn)
                .map(EnvironmentCard::mark)
                .toList();
    }

    /** Whether the flag is on in production, so that its key has to be typed. */
    public boolean isInProduction() {
        return getWhereOn().stream().anyMatch(EnvironmentMark::production);
    }

    /** What it does. */
    public String getText() {
        return MessageBundle.format("kill.text", names(getWhereOn()), dependents());
    }

    /** What it does, on the button. */
    public String getVerb() {
        return MessageBundle.format("kill.verb", getWhereOn().size());
    }

    private long dependents() {
        return frame.graph().nodes().stream().filter(node -> node.depth() > 0).count();
    }

    public long getMinMinutes() {
        return KillSwitches.MIN_DELAY.toMinutes();
    }

    public long getMaxMinutes() {
        return KillSwitches.MAX_DELAY.toMinutes();
    }

    /** When the flag turns on again by itself; null if it does not. */
    public @Nullable Instant getReturnsAt() {
        return frame.restoration().map(FlagRestoration::due).orElse(null);
    }

    /** Who killed it, when it comes back, and where. */
    public String getReturning() {
        return frame.restoration()
                .map(waiting -> MessageBundle.format(
                        "kill.returning", waiting.killedBy(), Times.clock(waiting.due()), names(waitingFor(waiting))))
                .orElse("");
    }

    private List<EnvironmentMark> waitingFor(FlagRestoration waiting) {
        return here.getEnvironments().stream()
                .filter(mark -> waiting.environments().stream()
                        .anyMatch(key -> key.value().equals(mark.key())))
                .toList();
    }

    private static String names(List<EnvironmentMark> marks) {
        return marks.stream().map(EnvironmentMark::name).collect(Collectors.joining(", "));
    }

    /** Kills the flag; parameters {@code killBack}, {@code killMinutes}, {@code killReason} and {@code killTyped}. */
    public void kill() {
        if (isInProduction() && !here.parameter("killTyped").equals(frame.getKey())) {
            throw new DomainException.Invalid("confirmation", "must be the key of the flag");
        }
        KillResult killed =
                killSwitches.kill(here.projectKey(), frame.key(), delay(), note("killReason"), ExpectedVersion.any());
        Instant back = killed.restoreAt();
        if (back == null) {
            messages.addUndoable(killed.change(), "kill.done", frame.getKey());
        } else {
            messages.addUndoable(killed.change(), "kill.doneUntil", frame.getKey(), Times.clock(back));
        }
    }

    private @Nullable Duration delay() {
        if (!here.parameter("killBack").equals("later")) {
            return null;
        }
        String minutes = here.parameter("killMinutes");
        if (!minutes.matches("[0-9]{1,4}")) {
            throw new DomainException.Invalid("restoreAfterMinutes", "must be a whole number");
        }
        return Duration.ofMinutes(Long.parseLong(minutes));
    }

    private ChangeNote note(String parameter) {
        return new ChangeNote(here.parameter(parameter), "");
    }

    /** Turns the flag on again now. */
    public void restore() {
        messages.addUndoable(
                killSwitches.restore(here.projectKey(), frame.key(), ChangeNote.NONE), "kill.restored", frame.getKey());
    }

    /** Leaves the flag off. */
    public void leaveOff() {
        killSwitches.cancel(here.projectKey(), frame.key());
        messages.addSuccess("kill.left", frame.getKey());
    }
}
