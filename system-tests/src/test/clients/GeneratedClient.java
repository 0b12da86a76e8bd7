import client.ApiClient;
import client.ApiException;
import client.api.AccessApi;
import client.api.ChangesApi;
import client.api.FlagsApi;
import client.api.OfrepApi;
import client.api.ProjectsApi;
import client.model.ApiKeyRequest;
import client.model.ChangeRequestBody;
import client.model.ChangeResponse;
import client.model.Condition;
import client.model.FlagStateRequest;
import client.model.FlagStateResponse;
import client.model.InstructionBody;
import client.model.LoginRequest;
import client.model.NewFlagRequest;
import client.model.NewProjectRequest;
import client.model.OfrepEvaluation;
import client.model.OfrepRequest;
import client.model.OfrepRequestContext;
import client.model.Operator;
import client.model.Outcome;
import client.model.Rollout;
import client.model.Rule;
import client.model.VariantBody;
import client.model.WeightedVariant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes a project and a flag with a rule and a split, changes it, and evaluates it, with the client that is generated from the hub's OpenAPI
 * document. Arguments: the hub's address, email, password and the key of the new project.
 */
public class GeneratedClient {
    private static final int ATTEMPTS = 100;

    public static void main(String... arguments) throws Exception {
        String hub = arguments[0];
        String project = arguments[3];
        String token = new AccessApi(client(hub, ""))
                .authLogin(new LoginRequest().email(arguments[1]).password(arguments[2]))
                .getToken();
        ApiClient client = client(hub, token);
        new ProjectsApi(client).projectsCreate(new NewProjectRequest().key(project), null);

        FlagsApi flags = new FlagsApi(client);
        flags.flagsCreate(
                project,
                new NewFlagRequest()
                        .key("checkout")
                        .type(NewFlagRequest.TypeEnum.STRING)
                        .variants(List.of(
                                new VariantBody().key("old").value("one page"),
                                new VariantBody().key("new").value("three pages"))),
                null);
        Rule rule = new Rule()
                .id("swedes")
                .name("Swedes")
                .condition(new Condition()
                        .attribute("country")
                        .operator(Operator.IN)
                        .values(List.of("SE")))
                .outcome(new Outcome()
                        .split(List.of(
                                new WeightedVariant().variant("new").weight(25),
                                new WeightedVariant().variant("old").weight(75))));
        FlagStateResponse state = flags.flagStatesUpdate(
                project,
                "checkout",
                "production",
                new FlagStateRequest()
                        .enabled(true)
                        .offVariant("old")
                        .fallthrough(new Outcome().serve("old"))
                        .rules(List.of(rule)),
                null);
        require(state.getRules().equals(List.of(rule)), "the rule is kept as it was sent: " + state);

        ChangeResponse change = new ChangesApi(client)
                .changesChange(
                        project,
                        new ChangeRequestBody()
                                .environment("production")
                                .base(state.getRevision())
                                .addChangesItem(new InstructionBody()
                                        .type(InstructionBody.TypeEnum.SET_ROLLOUT)
                                        .flag("checkout")
                                        .rule("swedes")
                                        .rollout(new Rollout().basisPoints(10_000))),
                        null,
                        null);
        require(change.getSentences().size() == 1, "the change has a sentence: " + change);

        String key = new AccessApi(client)
                .apiKeysCreate(
                        new ApiKeyRequest()
                                .name("generated client")
                                .kind(ApiKeyRequest.KindEnum.SERVER)
                                .project(project)
                                .environment("production"),
                        null)
                .getSecret();
        OfrepApi ofrep = new OfrepApi(client(hub, key));
        require(evaluate(ofrep, "NO").getVariant().equals("old"), "no Norwegian is a Swede");
        require(List.of("old", "new").contains(evaluate(ofrep, "SE").getVariant()), "a Swede gets one of the split");

        try {
            flags.flagsGet(project, "no-such-flag", null);
            throw new AssertionError("a flag that is not there was found");
        } catch (ApiException refused) {
            require(refused.getCode() == 404 && refused.getResponseBody().contains("not-found"), refused.getMessage());
        }
        System.out.println("done");
    }

    /** The answer for a subject, once the hub has taken the key and the flag into service. */
    private static OfrepEvaluation evaluate(OfrepApi ofrep, String country) throws Exception {
        OfrepRequestContext context = new OfrepRequestContext().targetingKey("ada");
        context.putAdditionalProperty("country", country);
        for (int attempt = 1; ; attempt++) {
            try {
                return ofrep.ofrepEvaluateFlag("checkout", new OfrepRequest().context(context));
            } catch (ApiException notYet) {
                if (attempt == ATTEMPTS) {
                    throw notYet;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private static ApiClient client(String hub, String credential) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(hub);
        if (!credential.isEmpty()) {
            client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + credential));
        }
        return client;
    }

    private static void require(boolean met, String what) {
        if (!met) {
            throw new AssertionError(what);
        }
    }
}
