package dev.jackstaff.protocols.unleash.http;

import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.protocols.json.TolerantReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lenient reader of metrics that clients report: SDKs that are refused give up, or repeat the report forever. Members
 * of a wrong type count as absent; only invalid JSON is refused.
 */
final class UnleashUsageReader {
    private static final int MAX_NAME_LENGTH = 255;
    private static final BigDecimal MAX_COUNT = BigDecimal.valueOf(1_000_000_000_000L);

    private final DocumentReader reader;
    private final List<Counts> features = new ArrayList<>();

    private UnleashUsageReader(DocumentReader reader) {
        this.reader = reader;
    }

    /**
     * The metrics of one client, empty for an empty body: {@code {"appName": "a", "bucket": {"toggles": {"f": {"yes":
     * 1, "no": 2, "variants": {"v": 1}}}}}}.
     *
     * @throws DocumentException if the body is no JSON
     */
    static List<UnleashUsageReport> ofClient(byte[] body) {
        return body.length == 0
                ? List.of()
                : DocumentReader.readWhole(body, reader -> new UnleashUsageReader(reader).client());
    }

    /**
     * The metrics of many clients, gathered by another edge: {@code {"metrics": [{"featureName": "f", "appName": "a",
     * "yes": 1, …}]}}.
     *
     * @throws DocumentException if the body is no JSON
     */
    static List<UnleashUsageReport> ofEdge(byte[] body) {
        return DocumentReader.readWhole(body, reader -> new UnleashUsageReader(reader).edge());
    }

    /** The counts of one feature as they are read. */
    private static final class Counts {
        private String application = "";
        private @Nullable String environment;
        private String feature = "";
        private long yes;
        private long no;
        private final Map<String, Long> variants = new HashMap<>();

        UnleashUsageReport report() {
            return new UnleashUsageReport(application, environment, feature, yes, no, variants);
        }
    }

    private List<UnleashUsageReport> client() {
        Counts client = new Counts();
        object(member -> {
            if (member.equals("appName")) {
                client.application = text();
            } else if (member.equals("bucket")) {
                object(this::bucket);
            } else {
                reader.skip();
            }
        });
        features.forEach(feature -> feature.application = client.application);
        return reports();
    }

    private void bucket(String member) {
        if (member.equals("toggles")) {
            object(feature -> {
                Counts counts = new Counts();
                counts.feature = feature;
                object(name -> count(name, counts));
                features.add(counts);
            });
        } else {
            reader.skip();
        }
    }

    private List<UnleashUsageReport> edge() {
        object(member -> {
            if (member.equals("metrics") && reader.token() == JsonToken.START_ARRAY) {
                reader.array(() -> {
                    Counts counts = new Counts();
                    object(name -> metric(name, counts));
                    return features.add(counts);
                });
            } else {
                reader.skip();
            }
        });
        return reports();
    }

    private void metric(String member, Counts counts) {
        switch (member) {
            case "featureName" -> counts.feature = text();
            case "appName" -> counts.application = text();
            case "environment" -> counts.environment = reader.isNull() ? null : text();
            default -> count(member, counts);
        }
    }

    private void count(String member, Counts counts) {
        switch (member) {
            case "yes" -> counts.yes = number();
            case "no" -> counts.no = number();
            case "variants" -> object(variant -> counts.variants.put(truncate(variant), number()));
            default -> reader.skip();
        }
    }

    private List<UnleashUsageReport> reports() {
        return features.stream().map(Counts::report).toList();
    }

    /** A reader of one member's value. */
    @FunctionalInterface
    private interface Member {
        void read(String name);
    }

    private void object(Member member) {
        if (reader.token() == JsonToken.START_OBJECT) {
            reader.object(name -> {
                member.read(name);
                return true;
            });
        } else {
            reader.skip();
        }
    }

    private String text() {
        if (reader.token().isStructStart() || reader.isNull()) {
            reader.skip();
            return "";
        }
        return truncate(new TolerantReader(reader).text());
    }

    private static String truncate(String name) {
        return name.length() > MAX_NAME_LENGTH ? name.substring(0, MAX_NAME_LENGTH) : name;
    }

    /** A count, also from a text; zero for anything else, and for negative numbers. */
    private long number() {
        String text = text();
        if (text.length() > 20) {
            return 0;
        }
        try {
            return new BigDecimal(text).max(BigDecimal.ZERO).min(MAX_COUNT).longValue();
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
