package dev.jackstaff.protocols.flagsmith.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.VariantDefinition;
import dev.jackstaff.protocols.EnvironmentFixtures;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.flagsmith.export.FeatureCatalog;
import dev.jackstaff.protocols.http.Caller;
import dev.jackstaff.protocols.http.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlagsmithHandlerTest {
    private static final Snapshot SNAPSHOT = EnvironmentFixtures.demoAt(
            7,
            EnvironmentFixtures.serving("plain", Value.of(true)),
            EnvironmentFixtures.serving("count", Value.of(10L)),
            EnvironmentFixtures.serving("ratio", Value.of(10.0)),
            EnvironmentFixtures.serving("text", Value.of("a \"b\"")),
            EnvironmentFixtures.serving("object", Value.parse(ValueType.JSON, "{\"a\": [1, 2.50]}")),
            EnvironmentFixtures.forSwedes("swedes"),
            colour(),
            EnvironmentFixtures.off("off"),
            EnvironmentFixtures.serverOnly("secret"),
            EnvironmentFixtures.broken("broken"));

    private final LiveEnvironments environments = new LiveEnvironments();
    private final FlagsmithHandler flagsmith = new FlagsmithHandler(new FlagsmithKeyAccess(environments));

    @BeforeEach
    void serve() {
        environments.markComplete();
        environments.serve(SNAPSHOT);
    }

    @Test
    void whatTheHostKnowsDecidesAndIsNotTold() {
        Caller swede = new Caller(EnvironmentFixtures.CLIENT_KEY, Map.of("country", "SE"), "192.0.2.7", "");

        Reply known = flagsmith.identity(swede, "u1");
        Reply posted = flagsmith.identify(
                swede, bytes("{'identifier':'u1','traits':[{'trait_key':'country','trait_value':'DK'}]}"), null);

        assertThat(swedes(flagsmith.flags(swede, "swedes"))).contains("\"enabled\":true");
        assertThat(swedes(flagsmith.flags(Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), "swedes")))
                .contains("\"enabled\":false");
        assertThat(swedes(known)).contains("\"enabled\":true");
        assertThat(swedes(posted)).contains("\"enabled\":true");
        assertThat(text(known))
                .startsWith("{\"identifier\":\"u1\",\"traits\":[],\"flags\":[")
                .doesNotContain("192.0.2.7");
        assertThat(text(posted))
                .startsWith("{\"identifier\":\"u1\",\"traits\":[{\"trait_key\":\"country\",\"trait_value\":\"DK\"}],");
        assertThat(swedes(flagsmith.identity(Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), "u1")))
                .contains("\"enabled\":false");
    }

    /** The flag's object in a response. */
    private static String swedes(Reply reply) {
        String begin = text(reply).substring(text(reply).indexOf("\"name\":\"swedes\""));
        return begin.substring(0, begin.indexOf("feature_state_value"));
    }

    @Test
    void doesNotTakeInWhatStrangersSend() {
        Supplier<byte[]> body = () -> {
            throw new AssertionError("the body was asked for");
        };

        assertThat(flagsmith.identify(Caller.ofKey("unknown"), body, null).status())
                .isEqualTo(401);
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                argumentSet(
                        "a boolean flag is on and has no value", "plain", "STANDARD", true, "null", "null", "DEFAULT"),
                argumentSet("an integer", "count", "STANDARD", true, "10", "'on'", "DEFAULT"),
                argumentSet("a number is a string", "ratio", "STANDARD", true, "'10.0'", "'on'", "DEFAULT"),
                argumentSet("a text", "text", "STANDARD", true, "'a \\'b\\''", "'on'", "DEFAULT"),
                argumentSet(
                        "an object is a string", "object", "STANDARD", true, "'{\\'a\\':[1,2.50]}'", "'on'", "DEFAULT"),
                argumentSet("several variants", "colour", "MULTIVARIATE", false, "'grey'", "'none'", "DEFAULT"),
                argumentSet("off without an off variant", "off", "STANDARD", false, "null", "null", "DEFAULT"),
                argumentSet("for servers only", "secret", "STANDARD", true, "null", "null", "DEFAULT"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void answersOneFeature(String name, String type, boolean enabled, String value, String variant, String reason) {
        Reply reply = flagsmith.flags(Caller.ofKey(EnvironmentFixtures.SERVER_KEY), name);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(text(reply)).isEqualTo(flag(name, type, enabled, value, variant, reason));
        assertThat(reply.headers())
                .containsEntry("Jackstaff-Revision", "7")
                .containsEntry("X-Flagsmith-Document-Updated-At", "0.000000");
    }

    @Test
    void serversSeeAllFlagsInOrderButTheBrokenOne() {
        assertThat(names(text(flagsmith.flags(Caller.ofKey(EnvironmentFixtures.SERVER_KEY), null))))
                .containsExactly("plain", "count", "ratio", "text", "object", "swedes", "colour", "off", "secret");
    }

    @Test
    void clientsNeverSeeWhatIsForServers() {
        assertThat(names(text(flagsmith.flags(Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), null))))
                .doesNotContain("secret");
        assertThat(names(text(flagsmith.identity(Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), "u1"))))
                .doesNotContain("secret");
        assertThat(text(flagsmith.flags(Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), "secret")))
                .isEqualTo("{\"status\":\"not_found\",\"message\":\"feature 'secret' not found\"}");
    }

    @Test
    void noFlagsAreAnEmptyList() {
        environments.serve(EnvironmentFixtures.demoAt(8));

        assertThat(text(flagsmith.flags(Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), null)))
                .isEqualTo("[]");
    }

    @Test
    void anUnknownFeatureIsNotFound() {
        Reply reply = flagsmith.flags(Caller.ofKey(EnvironmentFixtures.SERVER_KEY), "nowhere");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(text(reply)).isEqualTo("{\"status\":\"not_found\",\"message\":\"feature 'nowhere' not found\"}");
    }

    @Test
    void traitsDecideAndAreEchoed() {
        environments.serve(EnvironmentFixtures.demoAt(8, colour()));

        Reply reply = identify("{'identifier':'u1','traits':[{'trait_key':'country','trait_value':'SE'},"
                + "{'trait_key':'age','trait_value':41.50,'transient':true},"
                + "{'trait_key':'gone','trait_value':null}]}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(text(reply))
                .isEqualTo(json("{'identifier':'u1','traits':[{'trait_key':'country','trait_value':'SE'},"
                                + "{'trait_key':'age','trait_value':41.50,'transient':true},"
                                + "{'trait_key':'gone','trait_value':null}],'flags':[")
                        + flag(
                                "colour",
                                "MULTIVARIATE",
                                true,
                                "'blue'",
                                "'blue'",
                                "TARGETING_MATCH; segment=colour: Swedes")
                        + "]}");
    }

    @Test
    void clientsAreNotToldTheNamesOfRules() {
        Reply reply = flagsmith.identify(
                Caller.ofKey(EnvironmentFixtures.CLIENT_KEY),
                bytes("{'identifier':'u1','traits':[{'trait_key':'country','trait_value':'SE'}]}"),
                null);

        assertThat(text(reply)).contains("\"blue\"").contains("TARGETING_MATCH").doesNotContain("Swedes");
    }

    @Test
    void theIdentifierIsTheTargetingKeyWhateverTraitsSay() {
        environments.serve(EnvironmentFixtures.demoAt(8, forSubject("u1")));

        String impostor =
                text(identify("{'identifier':'u2','traits':[{'trait_key':'targetingKey','trait_value':'u1'}]}"));

        assertThat(impostor).contains("\"enabled\":false");
        assertThat(text(identify("{'identifier':'u1'}"))).contains("\"enabled\":true");
        assertThat(text(flagsmith.identity(Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), "u1")))
                .contains("\"enabled\":true")
                .contains("\"traits\":[],");
    }

    @Test
    void aTraitNamedTargetingKeyIsATraitAndNotTheIdentifier() {
        FlagsmithIdentity identity = FlagsmithIdentityReader.read(
                bytes("{'identifier':'u1','traits':[{'trait_key':'targetingKey','trait_value':'x'}]}")
                        .get(),
                null);

        assertThat(identity.context(Caller.ofKey(null)).subject()).isEqualTo("u1");
        assertThat(identity.context(Caller.ofKey(null)).text("$.identity.traits.targetingKey"))
                .isEqualTo("x");
    }

    @Test
    void anIdentifierInTheAddressStandsInForOneInTheBody() {
        Reply reply = flagsmith.identify(Caller.ofKey(EnvironmentFixtures.SERVER_KEY), bytes("{'traits':[]}"), "u1");

        assertThat(text(reply)).startsWith("{\"identifier\":\"u1\",\"traits\":[],\"flags\":[{");
    }

    @Test
    void somebodyWithoutANameIsTheSameForTheSameTraits() {
        String body =
                "{'identifier':null,'traits':[{'trait_key':'a','trait_value':1},{'trait_key':'b','trait_value':2}]}";
        String turned =
                "{'identifier':'','traits':[{'trait_key':'b','trait_value':2},{'trait_key':'a','trait_value':1}]}";

        assertThat(identifier(identify(body))).hasSize(64).isEqualTo(identifier(identify(turned)));
        assertThat(identifier(identify("{'transient':true}"))).hasSize(32);
    }

    static Stream<Arguments> unfit() {
        return Stream.of(
                argumentSet(
                        "no identifier", "{}", "'type':'missing','loc':['body','identifier'],'msg':'Field required'"),
                argumentSet("an empty body", "", "'type':'value_error','loc':['body']"),
                argumentSet("no JSON", "{'identifier':", "'type':'value_error','loc':['body'"),
                argumentSet("a list", "[]", "'type':'value_error','loc':['body'],'msg':'an object expected"),
                argumentSet(
                        "traits that are no list",
                        "{'identifier':'u1','traits':{}}",
                        "'type':'value_error','loc':['body','traits']"),
                argumentSet(
                        "a trait without a key",
                        "{'identifier':'u1','traits':[{'trait_value':1}]}",
                        "'type':'missing','loc':['body','traits',0,'trait_key']"),
                argumentSet(
                        "a list as a trait",
                        "{'identifier':'u1','traits':[{'trait_key':'a','trait_value':1},"
                                + "{'trait_key':'b','trait_value':[1]}]}",
                        "'type':'value_error','loc':['body','traits',1,'trait_value']"),
                argumentSet(
                        "a trait that is too long",
                        "{'identifier':'u1','traits':[{'trait_key':'a','trait_value':'" + "x".repeat(2001) + "'}]}",
                        "'type':'string_too_long','loc':['body','traits',0,'trait_value'],"
                                + "'msg':'String should have at most 2000 characters'"));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void refusesWhatIsUnfitWithItsPlace(String body, String detail) {
        Reply reply = identify(body);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(text(reply)).startsWith(json("{'detail':[{" + detail));
    }

    @Test
    void aTraitMayHaveTwoThousandCharacters() {
        assertThat(identify("{'identifier':'u','traits':[{'trait_key':'a','trait_value':'" + "x".repeat(2000) + "'}]}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aMissingIdentifierInTheAddressIsUnfit() {
        Reply reply = flagsmith.identity(Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), null);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(text(reply))
                .isEqualTo(json("{'detail':[{'type':'missing','loc':['query','identifier'],'msg':'Field required'}]}"));
    }

    @Test
    void anEmptyParameterIsOneThatWasSent() {
        Caller client = Caller.ofKey(EnvironmentFixtures.CLIENT_KEY);

        assertThat(text(flagsmith.flags(client, ""))).isEqualTo(text(flagsmith.flags(client, null)));
        assertThat(text(flagsmith.identity(client, ""))).startsWith("{\"identifier\":\"\",\"traits\":[],\"flags\":[{");
    }

    @Test
    void aTraitWithoutAValueIsNone() {
        Reply reply = identify("{'identifier':'u','traits':[{'trait_key':'a'}]}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(text(reply)).contains(json("'traits':[{'trait_key':'a','trait_value':null}]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1E-400", "1.50", "1e3", "0.10", "-0.0", "-0", "12345678901234567890", "7"})
    void aNumberIsEchoedAsItWasSent(String number) {
        assertThat(text(identify(
                        "{'identifier':" + number + ",'traits':[{'trait_key':'a','trait_value':" + number + "}]}")))
                .startsWith(json(
                        "{'identifier':'" + number + "','traits':[{'trait_key':'a','trait_value':" + number + "}],"));
    }

    @Test
    void keysThatOpenNothingAreRefused() {
        assertThat(text(flagsmith.flags(Caller.ofKey("nonsense"), null)))
                .isEqualTo("{\"status\":\"unauthorized\",\"message\":\"unknown key 'nonsense'\"}");
        assertThat(flagsmith.flags(Caller.ofKey("nonsense"), null).status()).isEqualTo(401);
        assertThat(flagsmith.flags(Caller.ofKey(null), null).status()).isEqualTo(401);
        assertThat(flagsmith
                        .identity(Caller.ofKey(EnvironmentFixtures.EXPIRED_KEY), "u1")
                        .status())
                .isEqualTo(401);
        assertThat(flagsmith
                        .identify(Caller.ofKey("jks_edge_x"), () -> new byte[0], null)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatHealsIsNoRefusal() {
        Reply reply = new FlagsmithHandler(new FlagsmithKeyAccess(new LiveEnvironments()))
                .flags(Caller.ofKey(EnvironmentFixtures.SERVER_KEY), null);

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.headers()).containsKey("Retry-After");
    }

    @Test
    void aKeyIsGoodWithThePrefixThatClientsAskFor() {
        assertThat(flagsmith
                        .flags(Caller.ofKey("ser." + EnvironmentFixtures.SERVER_KEY), null)
                        .status())
                .isEqualTo(200);
        assertThat(text(flagsmith.flags(Caller.ofKey("ser.nonsense"), null))).contains("unknown key 'ser.nonsense'");
    }

    private Reply identify(String body) {
        return flagsmith.identify(Caller.ofKey(EnvironmentFixtures.SERVER_KEY), bytes(body), null);
    }

    private static String flag(String name, String type, boolean enabled, String value, String variant, String reason) {
        long id = FeatureCatalog.of(SNAPSHOT).of(name).id();
        return json("{'feature':{'id':" + id + ",'name':'" + name + "','type':'" + type + "'},'enabled':" + enabled
                + ",'feature_state_value':" + value + ",'variant':" + variant + ",'reason':'" + reason + "'}");
    }

    private static FlagDefinition colour() {
        return new FlagDefinition(
                "colour",
                ValueType.STRING,
                true,
                false,
                List.of(
                        new VariantDefinition("none", Value.of("grey")),
                        new VariantDefinition("blue", Value.of("blue"))),
                "none",
                new OutcomeDefinition.Off(),
                List.of(),
                List.of(RuleDefinition.of(
                        "Swedes",
                        ConditionDefinition.Comparison.of("country", Operator.IN, "SE"),
                        new OutcomeDefinition.Serve("blue"))),
                FlagDefinition.NATIVE_BUCKETING);
    }

    private static FlagDefinition forSubject(String subject) {
        return new FlagDefinition(
                "mine",
                ValueType.BOOLEAN,
                true,
                false,
                List.of(new VariantDefinition("on", Value.of(true))),
                null,
                new OutcomeDefinition.Off(),
                List.of(),
                List.of(RuleDefinition.of(
                        "me",
                        ConditionDefinition.Comparison.of("targetingKey", Operator.IN, subject),
                        new OutcomeDefinition.Serve("on"))),
                FlagDefinition.NATIVE_BUCKETING);
    }

    private static String identifier(Reply reply) {
        String text = text(reply);
        String start = "{\"identifier\":\"";
        assertThat(text).startsWith(start);
        return text.substring(start.length(), text.indexOf('"', start.length()));
    }

    private static List<String> names(String text) {
        return Pattern.compile("\"name\":\"([^\"]*)\"")
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private static String json(String quoted) {
        return quoted.replace('\'', '"');
    }

    private static Supplier<byte[]> bytes(String quoted) {
        return () -> json(quoted).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
