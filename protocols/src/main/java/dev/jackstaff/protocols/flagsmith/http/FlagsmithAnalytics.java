package dev.jackstaff.protocols.flagsmith.http;

import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.PrintableText;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.usage.UsageCounter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The counter of evaluations that clients report. Clients neither repeat a report nor handle a refusal: what cannot be
 * counted is ignored, and nothing of a body that is no JSON counts.
 */
@Dependent
public class FlagsmithAnalytics {
    private static final int MAX_NAME_LENGTH = 255;

    private final FlagsmithKeyAccess keys;
    private final UsageCounter usage;

    @Inject
    FlagsmithAnalytics(FlagsmithKeyAccess keys, UsageCounter usage) {
        this.keys = keys;
        this.usage = usage;
    }

    /**
     * What a client says of itself.
     *
     * @param application its name; made printable, and empty if it has none
     * @param sdk its SDK, see {@link dev.jackstaff.protocols.http.SdkName}; empty if it does not say
     */
    public record Client(String application, String sdk) {
        public Client {
            application = PrintableText.singleLine(application, MAX_NAME_LENGTH);
        }
    }

    /** A reported number of evaluations of one flag. */
    private record ReportedCount(@Nullable String flag, boolean enabled, long times) {}

    /**
     * Counts a report of the first version: {@code {"<flag>": <times>}}. It does not tell whether the flag was enabled:
     * it counts as enabled.
     *
     * @param client the client's names for itself
     */
    public Reply count(@Nullable String key, Client client, Supplier<byte[]> body) {
        return count(key, client, () -> reported(body.get(), FlagsmithAnalytics::timesByFlag), Reply.OK);
    }

    /**
     * Counts a report of the second version: {@code {"evaluations": [{"feature_name", "enabled_when_evaluated",
     * "count"}]}}.
     */
    public Reply countEvaluations(@Nullable String key, Client client, Supplier<byte[]> body) {
        return count(key, client, () -> reported(body.get(), FlagsmithAnalytics::evaluations), Reply.NO_CONTENT);
    }

    private Reply count(@Nullable String key, Client client, Supplier<List<ReportedCount>> reports, int status) {
        return keys.access(key)
                .match(
                        granted -> {
                            addAll(reports.get(), granted, client);
                            return Reply.empty(status);
                        },
                        new FlagsmithRefusals.ForKey(key));
    }

    private void addAll(List<ReportedCount> reports, Access.Granted granted, Client client) {
        for (ReportedCount report : reports) {
            if (report.flag() == null) {
                continue;
            }
            UsageCounter.CounterKey counted = new UsageCounter.CounterKey(
                    granted.environment().snapshot().key(),
                    client.application(),
                    client.sdk(),
                    report.flag(),
                    report.enabled(),
                    "");
            if (granted.environment().flags().flag(report.flag()) == null) {
                usage.addUnknown(counted, report.times());
            } else if (granted.flag(report.flag()) != null) {
                usage.add(counted, report.times());
            }
        }
    }

    private static List<ReportedCount> reported(byte[] body, Function<DocumentReader, List<ReportedCount>> reading) {
        try {
            return DocumentReader.readWhole(body, reading);
        } catch (DocumentException invalid) {
            return List.of();
        }
    }

    private static List<ReportedCount> timesByFlag(DocumentReader reader) {
        List<ReportedCount> reports = new ArrayList<>();
        reader.object(flag -> {
            reports.add(new ReportedCount(flag, true, times(reader)));
            return true;
        });
        return reports;
    }

    private static List<ReportedCount> evaluations(DocumentReader reader) {
        List<ReportedCount> reports = new ArrayList<>();
        reader.object(name -> {
            boolean found = name.equals("evaluations") && reader.token() == JsonToken.START_ARRAY;
            if (found) {
                reports.addAll(reader.array(() -> evaluation(reader)));
            }
            return found;
        });
        return reports;
    }

    private static ReportedCount evaluation(DocumentReader reader) {
        EvaluationReportReader report = new EvaluationReportReader(reader);
        if (reader.token() == JsonToken.START_OBJECT) {
            reader.object(report::member);
        } else {
            reader.skip();
        }
        return new ReportedCount(report.flag, report.enabled, report.times);
    }

    /** A reader of one evaluation of the second version, whose members may come in any order. */
    private static final class EvaluationReportReader {
        private final DocumentReader reader;
        private @Nullable String flag;
        private boolean enabled;
        private long times;

        private EvaluationReportReader(DocumentReader reader) {
            this.reader = reader;
        }

        private boolean member(String name) {
            JsonToken token = reader.token();
            switch (name) {
                case "feature_name" -> flag = token == JsonToken.VALUE_STRING ? reader.string() : skipped();
                case "enabled_when_evaluated" -> {
                    enabled = token == JsonToken.VALUE_TRUE;
                    reader.skip();
                }
                case "count" -> times = times(reader);
                default -> {
                    return false;
                }
            }
            return true;
        }

        private @Nullable String skipped() {
            reader.skip();
            return null;
        }
    }

    /** An integer; 0 for anything else, and for one beyond the range of an {@code int}. */
    private static long times(DocumentReader reader) {
        if (reader.token() != JsonToken.VALUE_NUMBER_INT) {
            reader.skip();
            return 0;
        }
        try {
            return Integer.parseInt(reader.json().json());
        } catch (NumberFormatException outOfRange) {
            return 0;
        }
    }
}
