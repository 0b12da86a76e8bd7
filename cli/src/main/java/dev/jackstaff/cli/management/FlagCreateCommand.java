package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ApiResponse;
import dev.jackstaff.cli.command.CommandContext;
import dev.jackstaff.cli.command.KeyArgument;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that creates a flag. */
@Command(name = "create", description = "Create a flag. It is off in every environment.")
final class FlagCreateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FLAG", converter = KeyArgument.class, description = "Its key.")
    private String key = "";

    @Option(names = "--name", paramLabel = "NAME", description = "Its name; default: the key.")
    private @Nullable String name;

    @Option(names = "--description", paramLabel = "TEXT", description = "What it is for.")
    private @Nullable String text;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "boolean, string, integer, number or json; default: ${DEFAULT-VALUE}.")
    private String type = "boolean";

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "release, experiment, operational, kill-switch or permission; default: release.")
    private @Nullable String kind;

    @Option(names = "--owner", paramLabel = "OWNER", description = "Who answers for it.")
    private @Nullable String owner;

    @Option(names = "--tag", paramLabel = "TAG", description = "A tag; can be repeated.")
    private List<String> tags = List.of();

    @Option(names = "--server-only", description = "Never send it to browsers and apps.")
    private boolean serverOnly;

    @Option(
            names = "--variant",
            paramLabel = "KEY=VALUE",
            description = "A variant; can be repeated. The value is JSON, of a string flag the text itself."
                    + " Default for a boolean flag: on and off.")
    private List<String> variants = List.of();

    @Mixin
    private final ProjectOption project = new ProjectOption();

    @Mixin
    private final HubOptions options;

    FlagCreateCommand(CommandContext context) {
        this.options = new HubOptions(context);
    }

    @Override
    public Integer call() {
        JsonObject body = body();
        Hub hub = options.connect();
        ApiResponse created = hub.api().post(project.path(hub, "flags"), body);
        hub.output().printSentence(created, "Created the flag " + key + ". It is off in every environment.");
        return 0;
    }

    private JsonObject body() {
        JsonObject details = new JsonMembers()
                .add("key", key)
                .add("name", name)
                .add("description", text)
                .add("type", type)
                .add("kind", kind)
                .add("owner", owner)
                .add("tags", tags)
                .add("serverOnly", serverOnly)
                .build();
        if (variants.isEmpty()) {
            return details;
        }
        JsonArrayBuilder list = Json.createArrayBuilder();
        variants.forEach(variant -> list.add(VariantArgument.of(variant, type).json()));
        return Json.createObjectBuilder(details).add("variants", list).build();
    }
}
