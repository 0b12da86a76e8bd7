package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ApiResponse;
import dev.jackstaff.cli.command.CommandContext;
import dev.jackstaff.cli.command.KeyArgument;
import jakarta.json.JsonObject;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that copies a flag with its settings. */
@Command(
        name = "copy",
        description = "Copy a flag with its settings in all environments. The copy is off, unless --enabled is given.")
final class FlagCopyCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FLAG", converter = KeyArgument.class, description = "Its key.")
    private String flag = "";

    @Parameters(index = "1", paramLabel = "KEY", converter = KeyArgument.class, description = "The key of the copy.")
    private String key = "";

    @Option(names = "--name", paramLabel = "NAME", description = "The name of the copy; default: its key.")
    private @Nullable String name;

    @Option(names = "--enabled", description = "Let the copy be on where the flag is on.")
    private boolean enabled;

    @Mixin
    private final NoteOptions note = new NoteOptions();

    @Mixin
    private final ProjectOption project = new ProjectOption();

    @Mixin
    private final HubOptions options;

    FlagCopyCommand(CommandContext context) {
        this.options = new HubOptions(context);
    }

    @Override
    public Integer call() {
        JsonMembers body = new JsonMembers().add("key", key).add("name", name);
        if (enabled) {
            body.add("enabled", true);
        }
        JsonObject copy = note.addTo(body.build()).build();
        Hub hub = options.connect();
        ApiResponse answer = hub.api().post(project.path(hub, "flags", flag, "copy"), copy);
        hub.output().print(answer, () -> ChangeText.of(answer.jsonObject()));
        return 0;
    }
}
