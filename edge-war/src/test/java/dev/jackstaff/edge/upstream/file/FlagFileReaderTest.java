package dev.jackstaff.edge.upstream.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.edge.upstream.HashedCredentials;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.ForeignDocument;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotWriter;
import dev.jackstaff.protocols.unleash.FeaturesDocument;
import dev.jackstaff.protocols.unleash.FeaturesDocumentReader;
import dev.jackstaff.protocols.unleash.UnleashFeature;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FlagFileReaderTest {
    private static final Instant WRITTEN = Instant.parse("2026-11-21T12:00:00Z");

    private static List<Snapshot> snapshots(String content, List<String> tokens, List<String> frontendTokens) {
        FileUpstreamSettings settings =
                new FileUpstreamSettings(Path.of("flags.json"), tokens, frontendTokens, Duration.ofSeconds(1));
        byte[] bytes = content.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return FlagFileReader.readSnapshots(bytes, settings, WRITTEN);
    }

    private static FeaturesDocument features(Snapshot snapshot) {
        return Optional.ofNullable(snapshot.foreign())
                .filter(foreign -> foreign.dialect().equals(FeaturesDocument.DIALECT))
                .map(ForeignDocument::document)
                .map(document -> FeaturesDocumentReader.read(document.json()))
                .orElseThrow();
    }

    @Test
    void aWholeDocumentIsCarriedAsItIs() {
        String document = "{'version':2,'features':[{'name':'a','enabled':true,'future':1}]}";

        List<Snapshot> snapshots = snapshots(document, List.of("any text"), List.of("another"));

        assertThat(snapshots).singleElement().satisfies(snapshot -> {
            assertThat(snapshot.key()).isEqualTo("*/default");
            assertThat(snapshot.revision()).isEqualTo(WRITTEN.toEpochMilli());
            assertThat(snapshot.credentials())
                    .containsExactly(
                            HashedCredentials.of("any text", Credential.Kind.SERVER),
                            HashedCredentials.of("another", Credential.Kind.CLIENT));
            assertThat(snapshot.foreign())
                    .extracting(foreign -> foreign.document().json())
                    .isEqualTo(document.replace('\'', '"'));
        });
    }

    @Test
    void aTokenThatNamesAProjectShowsThatProject() {
        List<Snapshot> snapshots = snapshots(
                "{'version':2,'features':[{'name':'a','project':'sea','enabled':true},"
                        + "{'name':'b','project':'land','enabled':true}]}",
                List.of("*:development.x", "sea:development.y", "[]:production.z"),
                List.of("sea:development.f"));

        assertThat(snapshots)
                .extracting(Snapshot::key)
                .containsExactly("*/development", "sea/development", "*/production");
        assertThat(features(snapshots.get(1)).features())
                .extracting(UnleashFeature::name)
                .containsExactly("a");
        assertThat(snapshots.get(1).credentials()).hasSize(2);
    }

    @Test
    void theShortFormIsOnForEverybodyOrOff() {
        FeaturesDocument document = features(snapshots(
                        "{'on':{'enabled':true},'off':{'enabled':false},'red':{'enabled':true,'variant':'r'}}",
                        List.of("t"),
                        List.of())
                .get(0));

        assertThat(document.features()).extracting(UnleashFeature::name).containsExactly("on", "off", "red");
        assertThat(document.features()).extracting(UnleashFeature::enabled).containsExactly(true, false, true);
        assertThat(document.features().get(2).variants())
                .singleElement()
                .satisfies(variant -> assertThat(variant.name()).isEqualTo("r"));
    }

    @Test
    void eventsAreAppliedInTheirOrder() {
        FeaturesDocument document = features(snapshots(
                        "{'events':[{'type':'hydration','eventId':1,'features':[{'name':'a','enabled':true},"
                                + "{'name':'b','enabled':true}],'segments':[]},"
                                + "{'type':'feature-removed','eventId':2,'featureName':'a','project':'default'}]}",
                        List.of("t"),
                        List.of())
                .get(0));

        assertThat(document.features()).extracting(UnleashFeature::name).containsExactly("b");
    }

    @Test
    void aSnapshotOfOursKeepsItsKeysAndGetsOthers() {
        Credential own = HashedCredentials.of("own", Credential.Kind.SERVER);
        Snapshot snapshot = new Snapshot("demo", "production", "id", 7, WRITTEN, List.of(), List.of(), List.of(own));
        String content = new String(SnapshotWriter.write(snapshot), StandardCharsets.UTF_8);

        assertThat(snapshots(content, List.of("t"), List.of())).singleElement().satisfies(read -> {
            assertThat(read.key()).isEqualTo("demo/production");
            assertThat(read.credentials()).containsExactly(own, HashedCredentials.of("t", Credential.Kind.SERVER));
        });
    }

    @Test
    void aDocumentOfFlagsmithIsCarried() {
        String content = "{'api_key':'k','name':'n','project':{'id':1,'name':'p','segments':[],"
                + "'organisation':{'id':1,'name':'o'}},'feature_states':[]}";

        assertThat(snapshots(content, List.of("ser.s"), List.of("k")))
                .singleElement()
                .satisfies(read -> {
                    assertThat(read.key()).isEqualTo("flagsmith/k");
                    assertThat(read.credentials()).hasSize(2);
                });
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                argumentSet("nothing", ""),
                argumentSet("torn", "{'version':2,'features':[{'na"),
                argumentSet("no object", "[]"),
                argumentSet("a flag that does not say", "{'flag':{}}"),
                argumentSet("a flag that is none", "{'flag':true}"),
                argumentSet("an unknown version", "{'version':3,'features':[]}"),
                argumentSet(
                        "two features of one name",
                        "{'version':2,'features':[" + "{'name':'a','enabled':true},{'name':'a','enabled':true}]}"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void anythingElseIsRefusedWithItsPlace(String content) {
        assertThatThrownBy(() -> snapshots(content, List.of("t"), List.of()))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("line 1");
    }
}
