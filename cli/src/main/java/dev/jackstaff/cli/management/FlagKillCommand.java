package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ApiResponse;
import dev.jackstaff.cli.command.CommandContext;
import dev.jackstaff.cli.command.KeyArgument;
import dev.jackstaff.cli.terminal.PrintableText;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that turns a flag off in all environments at once. */
@Command(name = "kill", description = "Turn a flag off in all environments at once.")
final class FlagKillCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FLAG", converter = KeyArgument.class, description = "Its key.")
    private String flag = "";

    @Option(
            names = "--restore-after",
            paramLabel = "MINUTES",
            description = "Turn it on again after so many minutes, 5 to 60, where it was on.")
    private @Nullable Long restoreAfter;

    @Mixin
    private final NoteOptions note = new NoteOptions();

    @Mixin
    private final ProjectOption project = new ProjectOption();

    @Mixin
    private final HubOptions options;

    FlagKillCommand(CommandContext context) {
        this.options = new HubOptions(context);
    }

    @Override
    public Integer call() {
        JsonObject body =
                new JsonMembers().add("restoreAfterMinutes", restoreAfter).build();
        Hub hub = options.connect();
        ApiResponse answer = hub.api()
                .post(project.path(hub, "flags", flag, "kill"), note.addTo(body).build());
        hub.output().print(answer, () -> lines(answer.jsonObject()));
        return 0;
    }

    private static List<String> lines(JsonObject killed) {
        List<String> lines = new ArrayList<>(ChangeText.of(killed.getJsonObject("change")));
        String again = Column.time(killed, "restoreAt");
        if (!again.isEmpty()) {
            lines.add("It turns on again at " + PrintableText.of(again) + ".");
        }
        return lines;
    }
}
