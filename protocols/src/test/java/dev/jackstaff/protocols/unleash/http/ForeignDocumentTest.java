package dev.jackstaff.protocols.unleash.http;

import static dev.jackstaff.protocols.unleash.http.RequestBodies.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.protocols.EnvironmentFixtures;
import dev.jackstaff.protocols.environment.Dialect;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.http.Caller;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.stream.StreamEndpoint.OpenResult;
import dev.jackstaff.protocols.stream.StreamEndpoint.Request;
import dev.jackstaff.protocols.unleash.FeaturesDocument;
import dev.jackstaff.protocols.unleash.compiler.UnleashDialect;
import dev.jackstaff.protocols.usage.UsageCounter;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Unleash's APIs for snapshots that carry a document of Unleash, or of another foreign system. */
class ForeignDocumentTest {
    private static final String DOCUMENT =
            """
            {'version':2,'features':[{'name':'zebra','enabled':true,'impressionData':true,'strategies':[{'name':'default',\
            'segments':[2],'future':1}]},{'name':'ant','enabled':true,'strategies':[],'future':{'kept':true}}],\
            'segments':[{'id':1,'constraints':[]},{'id':2,'constraints':[],'future':3}],'future':[1],'meta':{'revisionId':9}}""";
    private static final String WITHOUT_ANT =
            """
            {'version':2,'features':[{'name':'zebra','enabled':false,'strategies':[]}]}""";

    /** A dialect whose documents contain no flags. */
    private static final class OtherDialect implements Dialect {
        @Override
        public String name() {
            return "third";
        }

        @Override
        public FlagSet compile(JsonText document) {
            return FlagSet.EMPTY;
        }
    }

    private final LiveEnvironments environments =
            EnvironmentFixtures.environmentsWith(new UnleashDialect(), new OtherDialect());
    private final UsageCounter usage = new UsageCounter();
    private final ClientApi client = new ClientApi(environments, usage, new UnleashEdgeInstances());
    private final FrontendApi frontend = new FrontendApi(environments, usage);
    private final FeatureStreamEndpoint streams = new FeatureStreamEndpoint(environments);

    @BeforeEach
    void serve() {
        environments.markComplete();
        serve(7, FeaturesDocument.DIALECT, DOCUMENT);
    }

    private void serve(long revision, String dialect, String document) {
        environments.serve(EnvironmentFixtures.demoAt(revision, dialect, document.replace('\'', '"')));
    }

    @Test
    void theDocumentIsShownAsItCame() {
        assertThat(text(client.features(EnvironmentFixtures.SERVER_KEY, null, Negotiation.PLAIN)))
                .isEqualTo(DOCUMENT);
    }

    @Test
    void aPartOfItKeepsWhatIsNotKnownHere() {
        assertThat(text(client.features(EnvironmentFixtures.SERVER_KEY, "ze", Negotiation.PLAIN)))
                .contains("'future':1", "{'id':2,'constraints':[],'future':3}", "'future':[1]", "'revisionId':9")
                .doesNotContain("'ant'", "'id':1");
        assertThat(text(client.feature(EnvironmentFixtures.SERVER_KEY, "ant", Negotiation.PLAIN)))
                .isEqualTo("{'name':'ant','enabled':true,'strategies':[],'future':{'kept':true}}");
    }

    @Test
    void theFrontendApiEvaluatesIt() {
        Reply reply = frontend.all(
                EnvironmentFixtures.CLIENT_KEY,
                new ContextSource.QueryContext(null, Caller.ofKey(null)),
                Negotiation.PLAIN);

        assertThat(text(reply))
                .contains("{'name':'zebra','enabled':true", "'impressionData':true,'impression_data':true")
                .contains("{'name':'ant','enabled':true", "'impressionData':false");
    }

    @Test
    void changesAreToldAsChanges() {
        client.delta(EnvironmentFixtures.SERVER_KEY, null, Negotiation.PLAIN);

        serve(8, FeaturesDocument.DIALECT, WITHOUT_ANT);

        Reply news = client.delta(EnvironmentFixtures.SERVER_KEY, null, new Negotiation(false, "\"7\""));
        assertThat(text(news)).contains("'feature-updated'", "'feature-removed'", "'segment-removed'");
    }

    @Test
    void ofAThirdSystemThereIsNoDocumentAndThatIsSaid() {
        serve(8, "third", "{}");

        Reply features = client.features(EnvironmentFixtures.SERVER_KEY, null, Negotiation.PLAIN);
        assertThat(features.status()).isEqualTo(404);
        assertThat(text(features)).contains("this environment comes from third");
        assertThat(client.delta(EnvironmentFixtures.SERVER_KEY, null, Negotiation.PLAIN)
                        .status())
                .isEqualTo(404);
        assertThat(streams.open(listening())).hasValueSatisfying(opened -> assertThat(opened)
                .isInstanceOfSatisfying(
                        OpenResult.Rejected.class,
                        answered -> assertThat(answered.reply().status()).isEqualTo(404)));
    }

    @Test
    void aStreamEndsWhereItsEnvironmentTurnsIntoAThirdSystems() {
        Optional<OpenResult> opened = streams.open(listening());
        var stream = ((OpenResult.Accepted) opened.orElseThrow()).stream();
        assertThat(stream.isAdmitted()).isTrue();

        serve(8, "third", "{}");

        assertThat(stream.update(environments)).isEmpty();
        assertThat(stream.isAdmitted()).isFalse();
    }

    @Test
    void aDocumentThatIsNoneIsRefusedAndTheLastOneServedOn() {
        assertThatThrownBy(() -> serve(8, FeaturesDocument.DIALECT, "{'version':2}"))
                .isInstanceOf(DocumentException.class);

        assertThat(text(client.features(EnvironmentFixtures.SERVER_KEY, null, Negotiation.PLAIN)))
                .isEqualTo(DOCUMENT);
    }

    private static Request listening() {
        Map<String, String> headers = Map.of("Authorization", EnvironmentFixtures.SERVER_KEY);
        return new Request("/api/client/streaming", headers::get, name -> null);
    }
}
