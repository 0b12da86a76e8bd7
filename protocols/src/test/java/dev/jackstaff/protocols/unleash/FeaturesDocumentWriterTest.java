package dev.jackstaff.protocols.unleash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FeaturesDocumentWriterTest {
    @Test
    void aRealDocumentIsReadBackEqual() {
        FeaturesDocument document = FeaturesDocumentReader.read(UnleashDocumentFixtures.real());

        byte[] written = FeaturesDocumentWriter.write(document);

        assertThat(FeaturesDocumentReader.read(written)).isEqualTo(document);
        assertThat(FeaturesDocumentWriter.write(FeaturesDocumentReader.read(written)))
                .isEqualTo(written);
    }

    @Test
    void everyMemberIsReadBackEqual() {
        Constraint constraint = new Constraint("c", "IN", true, true, List.of("1", "é\u0000\""), "v");
        Payload payload = new Payload("csv", "a,b");
        Strategy strategy = new Strategy(
                "s",
                "title",
                true,
                3,
                List.of(1, 2),
                List.of(constraint),
                new TreeMap<>(Map.of("p", "", "a", "x")),
                List.of(new StrategyVariant("sv", 0, "random", payload)));
        UnleashVariant variant = new UnleashVariant(
                "v", 1000, "fix", "userId", payload, List.of(new VariantOverride("userId", List.of("1"))));
        UnleashFeature feature = new UnleashFeature(
                "日本",
                "release",
                "d",
                "p",
                "2026",
                "2027",
                true,
                true,
                true,
                List.of(strategy),
                List.of(variant),
                List.of(new Dependency("other", false, List.of("v"))));
        FeaturesDocument document = new FeaturesDocument(
                1,
                List.of(feature),
                List.of(new UnleashSegment(1, "n", List.of(constraint)), new UnleashSegment(2, null, List.of())),
                new FeaturesDocument.Query(List.of("a", "b"), "production", "x", true),
                new FeaturesDocument.Meta("e", 7L, "h"));

        assertThat(FeaturesDocumentReader.read(FeaturesDocumentWriter.write(document)))
                .isEqualTo(document);
    }

    @Test
    void nothingIsReadBackAsNothing() {
        assertThat(FeaturesDocumentReader.read(FeaturesDocumentWriter.write(FeaturesDocument.EMPTY)))
                .isEqualTo(FeaturesDocument.EMPTY);
    }
}
