package dev.jackstaff.protocols.flagsmith.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.protocols.Caller;
import dev.jackstaff.protocols.Dialect;
import dev.jackstaff.protocols.LiveEnvironments;
import dev.jackstaff.protocols.Reply;
import dev.jackstaff.protocols.Served;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocument;
import dev.jackstaff.protocols.flagsmith.compiler.FlagsmithDialect;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Snapshots that carry a document of Flagsmith. */
class CarriedEnvironmentTest {
    private static final String DOCUMENT =
            """
            {'api_key':'client-key','future':{'kept':1},'name':'Production','hide_disabled_flags':null,\
            'project':{'id':1,'name':'p','hide_disabled_flags':true,'segments':[],'server_key_only_feature_ids':[],\
            'organisation':{'id':1,'name':'o'}},'feature_states':[\
            {'feature':{'id':41,'name':'on','type':'STANDARD'},'enabled':true,'feature_state_value':'v',\
            'featurestate_uuid':'a','multivariate_feature_state_values':[]},\
            {'feature':{'id':42,'name':'off','type':'MULTIVARIATE'},'enabled':false,'feature_state_value':null,\
            'featurestate_uuid':'b','multivariate_feature_state_values':[]}]}""";

    private final LiveEnvironments environments = Served.understanding(new FlagsmithDialect());
    private final FlagsmithKeys keys = new FlagsmithKeys(environments);

    @BeforeEach
    void serve() {
        environments.complete();
        environments.serve(Served.demoAt(7, EnvironmentDocument.DIALECT, DOCUMENT.replace('\'', '"')));
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8).replace('"', '\'');
    }

    @Test
    void theDocumentIsServedAsItCame() {
        Reply reply = new EnvironmentDocuments(keys).document(Served.SERVER_KEY, name -> null);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(text(reply)).isEqualTo(DOCUMENT);
    }

    @Test
    void flagsHaveTheIdsAndTypesOfTheDocument() {
        assertThat(text(new Flagsmith(keys).flags(Caller.with(Served.SERVER_KEY), null)))
                .contains("'feature':{'id':41,'name':'on','type':'STANDARD'},'enabled':true,'feature_state_value':'v'")
                .contains("'feature':{'id':42,'name':'off','type':'MULTIVARIATE'},'enabled':false");
    }

    @Test
    void clientsDoNotSeeWhatIsDisabledWhereTheProjectHidesIt() {
        assertThat(text(new Flagsmith(keys).flags(Caller.with(Served.CLIENT_KEY), null)))
                .contains("'name':'on'")
                .doesNotContain("'name':'off'");
        assertThat(new Flagsmith(keys)
                        .flags(Caller.with(Served.CLIENT_KEY), "off")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void ofAnotherSystemThereIsNoDocumentAndThatIsSaid() {
        LiveEnvironments others = Served.understanding(new Unheard());
        others.serve(Served.demoAt(7, "unheard", "{}"));

        Reply reply = new EnvironmentDocuments(new FlagsmithKeys(others)).document(Served.SERVER_KEY, name -> null);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(text(reply)).contains("'status':'not_found'", "this environment comes from unheard");
    }

    /** A system whose documents hold no flags. */
    private static final class Unheard implements Dialect {
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
