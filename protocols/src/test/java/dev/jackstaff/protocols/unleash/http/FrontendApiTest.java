package dev.jackstaff.protocols.unleash.http;

import static dev.jackstaff.protocols.unleash.http.RequestBodies.payload;
import static dev.jackstaff.protocols.unleash.http.RequestBodies.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.VariantDefinition;
import dev.jackstaff.protocols.EnvironmentFixtures;
import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.http.Caller;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.usage.UsageCounter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontendApiTest {
    private static final Caller LOCAL = new Caller(null, Map.of(), "127.0.0.1", "");
    private final LiveEnvironments environments = new LiveEnvironments();
    private final UsageCounter usage = new UsageCounter();
    private final FrontendApi api = new FrontendApi(environments, usage);

    @BeforeEach
    void serve() {
        environments.markComplete();
        environments.serve(EnvironmentFixtures.demoAt(
                7,
                EnvironmentFixtures.serving("text", Value.of("a \"b\"")),
                EnvironmentFixtures.serving("ratio", Value.of(2.5)),
                EnvironmentFixtures.serving("object", Value.parse(ValueType.JSON, "{\"a\": [1, 2.50]}")),
                EnvironmentFixtures.forSwedes("swedes"),
                EnvironmentFixtures.off("off"),
                EnvironmentFixtures.broken("broken"),
                EnvironmentFixtures.serverOnly("secret")));
    }

    @Test
    void aTokenThatNothingCoversIsToldForWhatABackendTokenIsMissing() {
        environments.setUnknownKeyResolver(key -> new Access.Uncovered("sea", "development"));

        Reply reply = api.enabled("uncovered", query(null), Negotiation.PLAIN);

        assertThat(reply.status()).isEqualTo(511);
        assertThat(text(reply))
                .startsWith("{'explanation':'")
                .endsWith("'access':{'project':'sea','environment':'development'}}");
    }

    static Stream<Arguments> toggles() {
        return Stream.of(
                argumentSet(
                        "a text",
                        "text",
                        "{'name':'text','enabled':true,'variant':{'name':'on','enabled':true,'payload':"
                                + "{'type':'string','value':'a \\'b\\''},'feature_enabled':true},"
                                + "'impressionData':false,'impression_data':false}"),
                argumentSet(
                        "a number, as text",
                        "ratio",
                        "{'name':'ratio','enabled':true,'variant':{'name':'on','enabled':true,'payload':"
                                + "{'type':'number','value':'2.5'},'feature_enabled':true},"
                                + "'impressionData':false,'impression_data':false}"),
                argumentSet(
                        "a boolean, which has no variant",
                        "swedes",
                        "{'name':'swedes','enabled':true,'variant':{'name':'disabled','enabled':false,"
                                + "'feature_enabled':true},'impressionData':false,'impression_data':false}"),
                argumentSet(
                        "a flag that is off",
                        "off",
                        "{'name':'off','enabled':false,'variant':{'name':'disabled','enabled':false,"
                                + "'feature_enabled':false},'impressionData':false,'impression_data':false}"),
                argumentSet(
                        "a flag that could not be compiled",
                        "broken",
                        "{'name':'broken','enabled':false,'variant':{'name':'disabled','enabled':false,"
                                + "'feature_enabled':false},'impressionData':false,'impression_data':false}"));
    }

    @ParameterizedTest
    @MethodSource("toggles")
    void answersAToggleAsUnleashDoes(String name, String toggle) {
        Reply one = api.toggle(EnvironmentFixtures.CLIENT_KEY, query("country=SE"), name);
        Reply all = api.all(EnvironmentFixtures.CLIENT_KEY, query("country=SE"), Negotiation.PLAIN);

        assertThat(text(one)).isEqualTo(toggle);
        assertThat(text(all)).contains(toggle);
        assertThat(one.headers()).containsEntry("Jackstaff-Revision", "7");
        assertThat(all.headers()).containsEntry("Jackstaff-Revision", "7");
    }

    @Test
    void aFlagThatServesItsOffVariantAsPartOfASplitIsOn() {
        OutcomeDefinition.Split split = new OutcomeDefinition.Split(
                List.of(
                        new OutcomeDefinition.WeightedVariant("blue", 1),
                        new OutcomeDefinition.WeightedVariant("red", 1)),
                "default",
                "");
        environments.serve(EnvironmentFixtures.demoAt(
                8,
                new FlagDefinition(
                        "banner",
                        ValueType.STRING,
                        true,
                        false,
                        List.of(
                                new VariantDefinition("blue", Value.of("#00f")),
                                new VariantDefinition("red", Value.of("#f00"))),
                        "blue",
                        split,
                        List.of(),
                        List.of(),
                        FlagDefinition.NATIVE_BUCKETING)));

        for (int user = 0; user < 50; user++) {
            String toggle = text(api.toggle(EnvironmentFixtures.CLIENT_KEY, query("userId=u" + user), "banner"));

            assertThat(toggle).startsWith("{'name':'banner','enabled':true,'variant':{'name':'");
            assertThat(toggle).containsAnyOf("'value':'#00f'", "'value':'#f00'");
        }
    }

    @Test
    void whatIsOffIsLeftOutUnlessAllAreAskedFor() {
        Reply enabled = api.enabled(EnvironmentFixtures.CLIENT_KEY, query(null), Negotiation.PLAIN);

        assertThat(names(enabled)).containsExactly("object", "ratio", "text");
        assertThat(names(api.all(EnvironmentFixtures.CLIENT_KEY, query(null), Negotiation.PLAIN)))
                .containsExactly("broken", "object", "off", "ratio", "swedes", "text");
    }

    @Test
    void noneIsAnAnswerToo() {
        environments.serve(EnvironmentFixtures.demoAt(8));

        assertThat(text(api.enabled(EnvironmentFixtures.CLIENT_KEY, query(null), Negotiation.PLAIN)))
                .isEqualTo("{'toggles':[]}");
    }

    @Test
    void whatIsForServersIsNotThere() {
        Reply reply = api.toggle(EnvironmentFixtures.CLIENT_KEY, query(null), "secret");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(text(reply)).isEqualTo(text(api.toggle(EnvironmentFixtures.CLIENT_KEY, query(null), "nowhere")));
        assertThat(text(api.all(EnvironmentFixtures.CLIENT_KEY, query(null), Negotiation.PLAIN)))
                .doesNotContain("secret");
    }

    static Stream<Arguments> swedes() {
        return Stream.of(
                argumentSet("a flat parameter", query("userId=7&country=SE")),
                argumentSet("a property", query("userId=7&properties%5Bcountry%5D=SE")),
                argumentSet("a property in plain brackets", query("properties[country]=SE&&=&x")),
                argumentSet("the first of two", query("country=SE&country=DK")),
                argumentSet("an object", body("{'userId':7,'country':'SE'}")),
                argumentSet(
                        "an object with properties", body("{'properties':{'country':'SE','list':[1],'none':null}}")),
                argumentSet("a context", body("{'context':{'country':'SE'},'toggles':[]}")),
                argumentSet("a context with properties", body("{'context':{'properties':{'country':'SE'}}}")));
    }

    @ParameterizedTest
    @MethodSource("swedes")
    void readsContextsOfEveryShape(ContextSource asked) {
        assertThat(names(api.enabled(EnvironmentFixtures.CLIENT_KEY, asked, Negotiation.PLAIN)))
                .contains("swedes");
    }

    @ParameterizedTest
    @CsvSource({"12345678.9,12345678.9", "1e7,10000000", "1.5e-3,0.0015", "5.0,5", "-0.25,-0.25", "1e21,1e+21"})
    void aNumberIsTheTextThatEveryProtocolHas(String json, String text) throws RefusedRequestException {
        EvaluationContext context = body("{'userId':" + json + ",'properties':{'amount':" + json + "}}")
                .context();

        assertThat(context.text("amount")).isEqualTo(text);
        assertThat(context.subject()).isEqualTo(text);
    }

    static Stream<Arguments> others() {
        return Stream.of(
                argumentSet("nothing", query(null)),
                argumentSet("an empty query", query("")),
                argumentSet("nested too deep", query("properties[country][x]=SE&x[country]=SE")),
                argumentSet("very many parameters", query("a=1&".repeat(10_000) + "properties[" + "[".repeat(10_000))),
                argumentSet("an empty body", body("")),
                argumentSet("no scalar", body("{'country':['SE'],'properties':{'country':{'is':'SE'}}}")),
                argumentSet("properties that are none", body("{'properties':'SE','context':7}")));
    }

    @ParameterizedTest
    @MethodSource("others")
    void takesWhatSaysNothing(ContextSource asked) {
        Reply reply = api.enabled(EnvironmentFixtures.CLIENT_KEY, asked, Negotiation.PLAIN);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(names(reply)).doesNotContain("swedes");
    }

    @Test
    void aQueryThatIsNotEncodedIsRefused() {
        Reply reply = api.all(EnvironmentFixtures.CLIENT_KEY, query("userId=%zz"), Negotiation.PLAIN);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(text(reply)).startsWith("{'name':'BadDataError'");
    }

    @Test
    void theSameAnswerIsNotSentAgain() {
        Reply dane = api.enabled(EnvironmentFixtures.CLIENT_KEY, query("country=DK"), Negotiation.PLAIN);
        String tag = dane.headers().getOrDefault("ETag", "");

        Reply again = api.enabled(EnvironmentFixtures.CLIENT_KEY, query("country=NO"), wanted("W/" + tag));
        Reply swede = api.enabled(EnvironmentFixtures.CLIENT_KEY, query("country=SE"), wanted(tag));
        Reply all = api.all(EnvironmentFixtures.CLIENT_KEY, query("country=DK"), wanted(tag));

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers()).containsEntry("ETag", tag);
        assertThat(swede.status()).isEqualTo(200);
        assertThat(all.status()).isEqualTo(200);
    }

    @Test
    void aTagOutlivesRevisionsThatChangeNothingForTheClient() {
        String tag = api.enabled(EnvironmentFixtures.CLIENT_KEY, query(null), Negotiation.PLAIN)
                .headers()
                .getOrDefault("ETag", "");
        environments.serve(EnvironmentFixtures.demoAt(
                8,
                EnvironmentFixtures.serving("ratio", Value.of(2.5)),
                EnvironmentFixtures.serving("text", Value.of("a \"b\"")),
                EnvironmentFixtures.serving("object", Value.parse(ValueType.JSON, "{\"a\": [1, 2.50]}"))));

        Reply reply = api.enabled(EnvironmentFixtures.CLIENT_KEY, query(null), wanted(tag));

        assertThat(reply.status()).isEqualTo(304);
        assertThat(reply.headers()).containsEntry("Jackstaff-Revision", "8");
    }

    @Test
    void aLongAnswerIsCompressedForWhoTakesIt() {
        serveMany();
        Reply plain = api.enabled(EnvironmentFixtures.CLIENT_KEY, query(null), Negotiation.PLAIN);

        Reply packed = api.enabled(EnvironmentFixtures.CLIENT_KEY, query(null), new Negotiation(true, null));
        Reply again = api.enabled(EnvironmentFixtures.CLIENT_KEY, query("userId=7"), new Negotiation(true, null));

        assertThat(packed.headers()).containsEntry("Content-Encoding", "gzip");
        assertThat(packed.body()).hasSizeLessThan(plain.body().length / 4).isSameAs(again.body());
        assertThat(text(packed)).isEqualTo(text(plain));
        assertThat(packed.headers().get("ETag")).isNotEqualTo(plain.headers().get("ETag"));
        assertThat(plain.headers()).doesNotContainKey("Content-Encoding");
    }

    @Test
    void aShortAnswerIsSentAsItIs() {
        environments.serve(EnvironmentFixtures.demoAt(8, EnvironmentFixtures.serving("text", Value.of("a"))));

        Reply reply = api.enabled(EnvironmentFixtures.CLIENT_KEY, query(null), new Negotiation(true, null));

        assertThat(reply.headers()).doesNotContainKey("Content-Encoding");
        assertThat(names(reply)).containsExactly("text");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoHasAnAnswerInEitherFormIsNotSentItAgain(boolean gzip) {
        serveMany();
        for (boolean form : new boolean[] {true, false}) {
            String tag = api.all(EnvironmentFixtures.CLIENT_KEY, query(null), new Negotiation(form, null))
                    .headers()
                    .getOrDefault("ETag", "");

            Reply reply =
                    api.all(EnvironmentFixtures.CLIENT_KEY, query(null), new Negotiation(gzip, "\"other\", W/" + tag));

            assertThat(reply.status()).isEqualTo(304);
            assertThat(reply.headers()).containsEntry("ETag", tag).doesNotContainKey("Content-Encoding");
        }
    }

    private void serveMany() {
        environments.serve(EnvironmentFixtures.demoAt(
                8,
                IntStream.range(0, 100)
                        .mapToObj(i -> EnvironmentFixtures.serving("flag-" + i, Value.of("text " + i)))
                        .toArray(FlagDefinition[]::new)));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                argumentSet("no key", null, 401),
                argumentSet("an unknown key", "*:production.abc", 401),
                argumentSet("a server key", EnvironmentFixtures.SERVER_KEY, 403));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void onlyClientKeysOpenIt(@Nullable String key, int status) {
        assertThat(Stream.of(
                        api.enabled(key, query(null), wanted("*")),
                        api.all(key, query("%"), Negotiation.PLAIN),
                        api.toggle(key, query(null), "text"),
                        api.register(key, RequestPayload.of(new byte[0])),
                        api.metrics(key, "", payload("{}"))))
                .allSatisfy(reply -> {
                    assertThat(reply.status()).isEqualTo(status);
                    assertThat(text(reply)).contains("'message':'");
                });
    }

    @Test
    void countsWhatClientsReportOfWhatTheySee() {
        Reply reply = api.metrics(
                EnvironmentFixtures.CLIENT_KEY,
                "",
                payload("{'appName':'web','instanceId':'browser','bucket':{'toggles':{"
                        + "'text':{'yes':2,'no':0,'variants':{'on':2}},'secret':{'yes':9}}},'impactMetrics':[]}"));

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.body()).isEmpty();
        assertThat(usage.counts())
                .containsEntry(new UsageCounter.CounterKey("demo/production", "web", "", "text", true, "on"), 2L)
                .allSatisfy((counted, times) -> assertThat(counted.flag()).isEqualTo("text"));
    }

    private static Stream<String> namesIn(Reply reply) {
        return Stream.of(text(reply).split("\\{'name':'", -1))
                .skip(1)
                .filter(part -> part.contains("','enabled':"))
                .filter(part -> !part.startsWith("disabled") && !part.startsWith("on'"))
                .map(part -> part.substring(0, part.indexOf('\'')));
    }

    private static Iterable<String> names(Reply reply) {
        return namesIn(reply).toList();
    }

    private static Negotiation wanted(String ifNoneMatch) {
        return new Negotiation(false, ifNoneMatch);
    }

    private static ContextSource query(@Nullable String query) {
        return new ContextSource.QueryContext(query, LOCAL);
    }

    private static ContextSource body(String body) {
        return new ContextSource.BodyContext(payload(body), LOCAL);
    }
}
