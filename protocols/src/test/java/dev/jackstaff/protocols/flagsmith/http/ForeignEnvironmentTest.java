package dev.jackstaff.protocols.flagsmith.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.protocols.EnvironmentFixtures;
import dev.jackstaff.protocols.environment.Dialect;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocument;
import dev.jackstaff.protocols.flagsmith.compiler.FlagsmithDialect;
import dev.jackstaff.protocols.http.Caller;
import dev.jackstaff.protocols.http.Reply;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Flagsmith's API for snapshots that carry a Flagsmith document. */
class ForeignEnvironmentTest {
    private static final String DOCUMENT =
            """
            {'api_key':'client-key','future':{'kept':1},'name':'Production','hide_disabled_flags':null,\
            'project':{'id':1,'name':'p','hide_disabled_flags':true,'segments':[],'server_key_only_feature_ids':[],\
            'organisation':{'id':1,'name':'o'}},'feature_states':[\
            {'feature':{'id':41,'name':'on','type':'STANDARD'},'enabled':true,'feature_state_value':'v',\
            'featurestate_uuid':'a','multivariate_feature_state_values':[]},\
            {'feature':{'id':42,'name':'off','type':'MULTIVARIATE'},'enabled':false,'feature_state_value':null,\
            'featurestate_uuid':'b','multivariate_feature_state_values':[]}]}""";

    private final LiveEnvironments environments = EnvironmentFixtures.environmentsWith(new FlagsmithDialect());
    private final FlagsmithKeyAccess keys = new FlagsmithKeyAccess(environments);

    @BeforeEach
    void serve() {
        environments.markComplete();
        environments.serve(EnvironmentFixtures.demoAt(7, EnvironmentDocument.DIALECT, DOCUMENT.replace('\'', '"')));
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8).replace('"', '\'');
    }

    @Test
    void theDocumentIsServedAsItCame() {
        Reply reply = new EnvironmentDocumentHandler(keys).document(EnvironmentFixtures.SERVER_KEY, name -> null);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(text(reply)).isEqualTo(DOCUMENT);
    }

    @Test
    void flagsHaveTheIdsAndTypesOfTheDocument() {
        assertThat(text(new FlagsmithHandler(keys).flags(Caller.ofKey(EnvironmentFixtures.SERVER_KEY), null)))
                .contains("'feature':{'id':41,'name':'on','type':'STANDARD'},'enabled':true,'feature_state_value':'v'")
                .contains("'feature':{'id':42,'name':'off','type':'MULTIVARIATE'},'enabled':false");
    }

    @Test
    void clientsDoNotSeeWhatIsDisabledWhereTheProjectHidesIt() {
        assertThat(text(new FlagsmithHandler(keys).flags(Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), null)))
                .contains("'name':'on'")
                .doesNotContain("'name':'off'");
        assertThat(new FlagsmithHandler(keys)
                        .flags(Caller.ofKey(EnvironmentFixtures.CLIENT_KEY), "off")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void ofAnotherSystemThereIsNoDocumentAndThatIsSaid() {
        LiveEnvironments others = EnvironmentFixtures.environmentsWith(new OtherDialect());
        others.serve(EnvironmentFixtures.demoAt(7, "unheard", "{}"));

        Reply reply = new EnvironmentDocumentHandler(new FlagsmithKeyAccess(others))
                .document(EnvironmentFixtures.SERVER_KEY, name -> null);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(text(reply)).contains("'status':'not_found'", "this environment comes from unheard");
    }

    /** A dialect whose documents contain no flags. */
    private static final class OtherDialect implements Dialect {
        @Override
        public String name() {
            return "unheard";
        }

        @Override
        public FlagSet compile(JsonText document) {
            return FlagSet.EMPTY;
        }
    }
}
