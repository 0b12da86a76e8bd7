package dev.jackstaff.protocols.flagsmith.http;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.flag.Flag;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocument;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocumentReader;
import dev.jackstaff.protocols.flagsmith.compiler.FlagsmithBucketing;
import dev.jackstaff.protocols.flagsmith.export.FeatureCatalog;
import dev.jackstaff.protocols.http.HeaderNames;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The flags of an environment at one revision, as Flagsmith's clients see them. A flag whose evaluation is an error is
 * left out, so that clients use their own default.
 */
final class FeatureListView {
    private static final int DEFAULT_FLAG_SIZE = 160;
    private static final int NANOS_PER_MICRO = 1_000;

    private final List<FeatureView> inOrder;
    private final Map<String, FeatureView> byName = new HashMap<>();
    private final boolean disabledHidden;
    private final String updatedAt;
    private final Map<String, String> headers;

    private FeatureListView(ServedEnvironment environment) {
        Optional<EnvironmentDocument> document = environment
                .document(EnvironmentDocument.DIALECT)
                .map(carried -> EnvironmentDocumentReader.read(carried.json()));
        FeatureCatalog features =
                document.map(FeatureCatalog::of).orElseGet(() -> FeatureCatalog.of(environment.snapshotForListing()));
        disabledHidden =
                document.filter(EnvironmentDocument::hidesDisabledFlags).isPresent();
        inOrder = flags(environment).flags().stream()
                .map(flag -> new FeatureView(flag, features.of(flag.key()), document.isPresent()))
                .toList();
        inOrder.forEach(feature -> byName.put(feature.flag().key(), feature));
        updatedAt = seconds(environment.snapshot().changedAt());
        headers = Map.of(
                HeaderNames.REVISION,
                Long.toString(environment.revision()),
                "X-Flagsmith-Document-Updated-At",
                updatedAt);
    }

    /** The flags to evaluate: native percentages choose the subjects that the environment document chooses. */
    private static FlagSet flags(ServedEnvironment environment) {
        Snapshot snapshot = environment.snapshot();
        return environment.dialect() == null
                ? FlagsmithBucketing.rebucket(snapshot, environment.flags(), EnvironmentDocumentView.apiKey(snapshot))
                : environment.flags();
    }

    static FeatureListView of(ServedEnvironment environment) {
        return environment.view(FeatureListView.class, FeatureListView::new);
    }

    /** The headers of every response, which name the revision. */
    Map<String, String> headers() {
        return headers;
    }

    /** The time of the environment's last change, in seconds since 1970, with a point. */
    String updatedAt() {
        return updatedAt;
    }

    /** Appends the array of all flags that a key may see. */
    void write(EvaluationContext context, Access.Granted granted, ByteArrayOutputStream out) {
        char separator = '[';
        for (int i = 0; i < inOrder.size(); i++) {
            byte[] written = jsonOrNull(inOrder.get(i), context, granted);
            if (written != null) {
                out.write(separator);
                out.write(written, 0, written.length);
                separator = ',';
            }
        }
        if (separator == '[') {
            out.write('[');
        }
        out.write(']');
    }

    /** One flag; null if there is none that the key may see. */
    byte @Nullable [] one(String name, EvaluationContext context, Access.Granted granted) {
        FeatureView feature = byName.get(name);
        return feature == null ? null : jsonOrNull(feature, context, granted);
    }

    ByteArrayOutputStream newBuffer() {
        return new ByteArrayOutputStream(DEFAULT_FLAG_SIZE * (inOrder.size() + 1));
    }

    private byte @Nullable [] jsonOrNull(FeatureView feature, EvaluationContext context, Access.Granted granted) {
        Flag flag = feature.flag();
        if (!granted.sees(flag)) {
            return null;
        }
        Evaluation answer = flag.evaluate(context);
        boolean forServer = granted.seesServerOnlyFlags();
        boolean hidden = disabledHidden && !forServer && !answer.enabled();
        return answer.errorCode() == null && !hidden ? feature.json(answer, forServer) : null;
    }

    private static String seconds(Instant instant) {
        return String.format(Locale.ROOT, "%d.%06d", instant.getEpochSecond(), instant.getNano() / NANOS_PER_MICRO);
    }
}
