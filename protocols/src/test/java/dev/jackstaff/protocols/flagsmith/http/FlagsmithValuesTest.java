package dev.jackstaff.protocols.flagsmith.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jackstaff.protocols.EnvironmentFixtures;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocument;
import dev.jackstaff.protocols.flagsmith.compiler.FlagsmithDialect;
import dev.jackstaff.protocols.http.Caller;
import dev.jackstaff.protocols.http.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every type of value of a Flagsmith document, from every place that a value can come from. */
class FlagsmithValuesTest {
    private final LiveEnvironments environments = EnvironmentFixtures.environmentsWith(new FlagsmithDialect());
    private final FlagsmithHandler flagsmith = new FlagsmithHandler(new FlagsmithKeyAccess(environments));

    @ParameterizedTest
    @CsvSource({
        "true,true",
        "false,false",
        "'\"text\"','\"text\"'",
        "'\"\"','\"\"'",
        "'\"true\"','\"true\"'",
        "7,7",
        "-7,-7",
        "9007199254740993,'\"9007199254740993\"'",
        "2.50,'\"2.50\"'",
        "null,null"
    })
    void aValueIsToldWhateverItsTypeAndPlace(String written, String told) throws IOException {
        serve(7, written, true);
        checkEveryPlace(told, true);

        serve(8, written, false);
        checkEveryPlace(told, false);
    }

    private void checkEveryPlace(String told, boolean enabled) throws IOException {
        JsonNode environment = all(null).get(0);
        JsonNode single = new ObjectMapper()
                .readTree(flagsmith
                        .flags(Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), "f")
                        .body());

        check(environment, told, "null", enabled);
        check(single, told, "null", enabled);
        check(all("nobody").get(0), told, "null", enabled);
        check(all("nobody").get(1), told, "\"chosen\"", enabled);
        check(all("nobody").get(2), told, "\"control\"", enabled);
        check(all("special").get(0), told, "null", enabled);
        check(withTrait().get(0), told, "null", enabled);
    }

    private static void check(JsonNode flag, String value, String variant, boolean enabled) {
        assertThat(flag.path("feature_state_value")).hasToString(value);
        assertThat(flag.path("variant")).hasToString(variant);
        assertThat(flag.path("enabled").asBoolean()).isEqualTo(enabled);
    }

    private JsonNode all(@Nullable String identifier) throws IOException {
        Caller client = Caller.ofKey(EnvironmentFixtures.CLIENT_KEY);
        if (identifier == null) {
            return json(flagsmith.flags(client, null));
        }
        return json(flagsmith.identity(client, identifier)).path("flags");
    }

    private JsonNode withTrait() throws IOException {
        String body = "{\"identifier\":\"u\",\"traits\":[{\"trait_key\":\"plan\",\"trait_value\":\"pro\"}]}";
        return json(flagsmith.identify(
                        Caller.ofKey(EnvironmentFixtures.CLIENT_KEY),
                        () -> body.getBytes(StandardCharsets.UTF_8),
                        null))
                .path("flags");
    }

    private static JsonNode json(Reply reply) throws IOException {
        assertThat(reply.status()).isEqualTo(200);
        return new ObjectMapper().readTree(reply.body());
    }

    /** An environment whose values are this one: of a feature, a chosen option, a control, a segment, an identity. */
    private void serve(long revision, String value, boolean enabled) {
        String document =
                """
                {'api_key':'k','project':{'id':1,'name':'p','segments':[{'id':1,'name':'pros','rules':[{'type':'ALL',\
                'rules':[],'conditions':[{'operator':'EQUAL','property_':'plan','value':'pro'}]}],\
                'feature_states':[STATE]}],'organisation':{'id':1,'name':'o'}},\
                'feature_states':[OTHER,CHOSEN,CONTROL],\
                'identity_overrides':[{'identifier':'special','identity_features':[STATE]}]}"""
                        .replace("STATE", state("f", value, enabled, ""))
                        .replace("OTHER", state("f", value, enabled, ""))
                        .replace("CHOSEN", state("g", "'other'", enabled, option(value, 100)))
                        .replace("CONTROL", state("h", value, enabled, option("'other'", 0)))
                        .replace('\'', '"');
        environments.markComplete();
        environments.serve(EnvironmentFixtures.demoAt(revision, EnvironmentDocument.DIALECT, document));
    }

    private static String state(String feature, String value, boolean enabled, String options) {
        return "{'feature':{'id':" + (int) feature.charAt(0) + ",'name':'" + feature + "','type':'STANDARD'},'enabled':"
                + enabled + ",'feature_state_value':" + value + ",'featurestate_uuid':'" + feature
                + "','multivariate_feature_state_values':[" + options + "]}";
    }

    private static String option(String value, int percentage) {
        return "{'id':1,'percentage_allocation':" + percentage + ",'multivariate_feature_option':{'value':" + value
                + ",'id':1,'key':'chosen'}}";
    }
}
