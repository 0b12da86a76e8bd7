package dev.jackstaff.admin.usage;

import dev.jackstaff.admin.flag.FlagFrame;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.domain.history.ChangeRecord;
import dev.jackstaff.domain.history.SettingsVersionView;
import dev.jackstaff.domain.history.boundary.History;
import dev.jackstaff.domain.history.boundary.RevisionQuery;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The changes of the flag's settings in the environment that the address names. */
@RequestScoped
public class UsageMarks {
    private static final int MOST = 12;
    private static final int MAX_SENTENCES = 3;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    @Inject
    Here here;

    @Inject
    FlagFrame frame;

    @Inject
    History history;

    private @Nullable List<SettingsVersionView> latest;

    /** The latest changes of a time, earliest first. */
    List<UsageMark> between(Instant from, Instant to) {
        List<SettingsVersionView> inTime = latest().stream()
                .filter(version -> !version.at().isBefore(from) && version.at().isBefore(to))
                .toList();
        List<UsageMark> marks = new ArrayList<>();
        for (int i = inTime.size() - 1; i >= 0; i--) {
            marks.add(mark(marks.size() + 1, inTime.get(i)));
        }
        return marks;
    }

    private List<SettingsVersionView> latest() {
        if (latest == null) {
            latest = history.versions(
                    here.projectKey(), frame.key(), here.environmentKey(), new RevisionQuery(Long.MAX_VALUE, MOST));
        }
        return latest;
    }

    private static UsageMark mark(int number, SettingsVersionView version) {
        ChangeRecord change = version.change();
        return new UsageMark(
                number,
                version.at(),
                TIME.format(version.at()),
                change == null ? MessageBundle.format("usage.changed") : text(change),
                change == null ? "" : change.actor(),
                version.revision());
    }

    private static String text(ChangeRecord change) {
        List<String> sentences = change.sentences();
        String first = String.join("; ", sentences.subList(0, Math.min(MAX_SENTENCES, sentences.size())));
        return sentences.size() > MAX_SENTENCES
                ? MessageBundle.format("usage.more", first, sentences.size() - MAX_SENTENCES)
                : first;
    }
}
