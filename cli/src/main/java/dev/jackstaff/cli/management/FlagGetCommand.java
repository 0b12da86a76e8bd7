package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ApiPath;
import dev.jackstaff.cli.client.ApiResponse;
import dev.jackstaff.cli.command.CommandContext;
import dev.jackstaff.cli.command.KeyArgument;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that shows a flag: in all environments, or its rules in one. */
@Command(name = "get", description = "Show a flag and where it is on; with an environment, its rules there.")
final class FlagGetCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FLAG", converter = KeyArgument.class, description = "Its key.")
    private String flag = "";

    @Option(
            names = {"--environment", "--env"},
            paramLabel = "E",
            converter = KeyArgument.class,
            description = "The environment whose settings are shown.")
    private @Nullable String environment;

    @Mixin
    private final ProjectOption project = new ProjectOption();

    @Mixin
    private final HubOptions options;

    FlagGetCommand(CommandContext context) {
        this.options = new HubOptions(context);
    }

    @Override
    public Integer call() {
        Hub hub = options.connect();
        String key = project.of(hub);
        ApiPath path = ApiPath.of("projects", key, "flags", flag);
        if (environment != null) {
            ApiResponse answer = hub.api().get(state(key, environment));
            hub.output().print(answer, () -> FlagText.settings(answer.jsonObject()));
            return 0;
        }
        ApiResponse answer = hub.api().get(path);
        hub.output().print(answer, () -> everything(hub, key, answer.jsonObject()));
        return 0;
    }

    private List<String> everything(Hub hub, String key, JsonObject details) {
        List<String> lines = new ArrayList<>(FlagText.details(details));
        List<JsonObject> states = hub.api().get(ApiPath.of("projects", key, "environments")).jsonObjects().stream()
                .map(place -> hub.api().get(state(key, place.getString("key"))).jsonObject())
                .toList();
        lines.add("");
        lines.addAll(FlagText.states(states));
        return lines;
    }

    private ApiPath state(String key, String place) {
        return ApiPath.of("projects", key, "flags", flag, "environments", place);
    }
}
