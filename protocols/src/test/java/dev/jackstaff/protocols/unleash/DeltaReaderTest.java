package dev.jackstaff.protocols.unleash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.engine.snapshot.DocumentException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DeltaReaderTest {
    private static final String A = "{\"name\": \"a\", \"enabled\": true}";
    private static final String B = "{\"name\": \"b\", \"enabled\": true}";
    private static final String B_OFF = "{\"name\": \"b\", \"enabled\": false}";
    private static final String HYDRATION = "{\"eventId\": 7, \"type\": \"hydration\", \"features\": [" + B + "," + A
            + "], \"segments\": [{\"id\": 2, \"constraints\": []}, {\"id\": 1, \"constraints\": []}]}";

    @Test
    void hydrationReplacesEverythingAndSorts() {
        FeaturesDocument old =
                applied(event(1, "feature-updated", "\"feature\": {\"name\": \"z\", \"enabled\": true}"));

        FeaturesDocument document = DeltaReader.read(events(HYDRATION)).applyTo(old);

        assertThat(document.features()).extracting(UnleashFeature::name).containsExactly("a", "b");
        assertThat(document.segments()).extracting(UnleashSegment::id).containsExactly(1, 2);
        assertThat(document.meta()).isEqualTo(new FeaturesDocument.Meta(null, 7L, null));
    }

    @Test
    void featuresAreAddedReplacedAndRemovedInOrder() {
        FeaturesDocument document = applied(
                HYDRATION,
                event(8, "feature-updated", "\"feature\": " + B_OFF),
                event(9, "feature-removed", "\"featureName\": \"a\", \"project\": \"default\""),
                event(10, "feature-updated", "\"feature\": {\"name\": \"0\", \"enabled\": true}"),
                event(11, "feature-removed", "\"featureName\": \"unknown\""));

        assertThat(document.features()).extracting(UnleashFeature::name).containsExactly("0", "b");
        assertThat(document.features().get(1).enabled()).isFalse();
        assertThat(document.meta()).isEqualTo(new FeaturesDocument.Meta(null, 11L, null));
    }

    @Test
    void segmentsAreAddedReplacedAndRemoved() {
        FeaturesDocument document = applied(
                HYDRATION,
                event(8, "segment-updated", "\"segment\": {\"id\": 2, \"name\": \"new\", \"constraints\": []}"),
                event(9, "segment-removed", "\"segmentId\": 1"),
                event(10, "segment-updated", "\"segment\": {\"id\": 0, \"constraints\": []}"));

        assertThat(document.segments()).extracting(UnleashSegment::id).containsExactly(0, 2);
        assertThat(document.segments().get(1).name()).isEqualTo("new");
        assertThat(document.features()).hasSize(2);
    }

    @Test
    void noEventsChangeNothing() {
        FeaturesDocument document = FeaturesDocumentReader.read(UnleashDocumentFixtures.real());

        assertThat(DeltaReader.read("{\"events\": []}").applyTo(document)).isSameAs(document);
    }

    @Test
    void membersOfAnEventComeInAnyOrder() {
        FeaturesDocument document = applied("{\"features\": [" + A + "], \"eventId\": 1, \"type\": \"hydration\"}");

        assertThat(document.features()).hasSize(1);
    }

    @Test
    void changesThatGrowADocumentBeyondWhatIsReadAreRefused() {
        List<DeltaEvent> full = new ArrayList<>();
        for (int i = 0; i < FeaturesDocumentReader.MAX_FEATURES; i++) {
            full.add(new DeltaEvent.FeatureUpdated(i, named("f" + i)));
        }
        FeaturesDocument document = new Delta(full).applyTo(FeaturesDocument.EMPTY);
        Delta another = new Delta(List.of(new DeltaEvent.FeatureUpdated(7, named("another"))));
        Delta instead = new Delta(List.of(another.events().get(0), new DeltaEvent.FeatureRemoved(8, "f0", null)));

        assertThatThrownBy(() -> another.applyTo(document))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the changes would make 10001 features; a document must have at most 10000");
        assertThat(instead.applyTo(document).features()).hasSize(FeaturesDocumentReader.MAX_FEATURES);
    }

    @Test
    void changesThatGiveADocumentTooManySegmentsAreRefused() {
        Delta delta = new Delta(IntStream.rangeClosed(0, FeaturesDocumentReader.MAX_SEGMENTS)
                .<DeltaEvent>mapToObj(i -> new DeltaEvent.SegmentUpdated(i, new UnleashSegment(i, null, List.of())))
                .toList());

        assertThatThrownBy(() -> delta.applyTo(FeaturesDocument.EMPTY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the changes would make 10001 segments; a document must have at most 10000");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                argumentSet("no events", "{}", "a delta needs \"events\""),
                argumentSet("no type", events("{\"eventId\": 1}"), "an event needs \"type\" (at events[0]"),
                argumentSet("no id", events("{\"type\": \"hydration\"}"), "an event needs \"eventId\""),
                argumentSet(
                        "unknown type", events(event(1, "weather", "\"x\": 1")), "unknown type of event \"weather\""),
                argumentSet(
                        "hydration of nothing",
                        events("{\"eventId\": 1, \"type\": \"hydration\"}"),
                        "an event of type hydration needs \"features\""),
                argumentSet(
                        "no feature",
                        events(HYDRATION, event(1, "feature-updated", "\"featureName\": \"f\"")),
                        "an event of type feature-updated needs \"feature\" (at events[1]"),
                argumentSet(
                        "a feature twice",
                        events(event(1, "hydration", "\"features\": [" + A + "," + A + "]")),
                        "there is another feature named \"a\" (at events[0].features[1].name"),
                argumentSet(
                        "a segment that is none",
                        events(event(1, "segment-updated", "\"segment\": {\"id\": \"1\"}")),
                        "an integer expected, not a string (at events[0].segment.id"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNoDeltaIsRefusedWithItsPlace(String document, String message) {
        assertThatThrownBy(() -> DeltaReader.read(document))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aGarbledDeltaIsReadOrRefusedAndNothingElse() {
        Random random = new Random(11);
        byte[] whole = events(HYDRATION, event(8, "segment-removed", "\"segmentId\": 1"))
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 5_000; i++) {
            byte[] document = whole.clone();
            document[random.nextInt(document.length)] = (byte) random.nextInt(256);

            Throwable refusal = catchThrowable(() -> DeltaReader.read(document).applyTo(FeaturesDocument.EMPTY));

            assertThat(refusal == null || refusal instanceof DocumentException)
                    .as(String.valueOf(refusal))
                    .isTrue();
        }
    }

    private static UnleashFeature named(String name) {
        return FeaturesDocumentReader.read(
                        UnleashDocumentFixtures.features("{\"name\": \"" + name + "\", \"enabled\": true}"))
                .features()
                .get(0);
    }

    private static FeaturesDocument applied(String... events) {
        return DeltaReader.read(events(events)).applyTo(FeaturesDocument.EMPTY);
    }

    private static String events(String... events) {
        return "{\"events\": [" + String.join(",", events) + "]}";
    }

    private static String event(long id, String type, String members) {
        return "{\"eventId\": " + id + ", \"type\": \"" + type + "\", " + members + "}";
    }
}
