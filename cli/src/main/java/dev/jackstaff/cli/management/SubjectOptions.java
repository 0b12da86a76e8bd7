package dev.jackstaff.cli.management;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name whom a role is given to. */
final class SubjectOptions {
    @Option(names = "--user", paramLabel = "EMAIL", description = "A user.")
    private @Nullable String user;

    @Option(names = "--group", paramLabel = "NAME", description = "A group.")
    private @Nullable String group;

    @Option(names = "--service-account", paramLabel = "NAME", description = "A service account.")
    private @Nullable String serviceAccount;

    /** The ids of who is named, by the member of the API. */
    Map<String, String> ids(Hub hub) {
        Map<String, String> ids = new LinkedHashMap<>();
        if (user != null) {
            ids.put("user", NamedThing.idOfUser(hub, user));
        }
        if (group != null) {
            ids.put("group", NamedThing.idOfGroup(hub, group));
        }
        if (serviceAccount != null) {
            ids.put("serviceAccount", NamedThing.idOfServiceAccount(hub, serviceAccount));
        }
        return ids;
    }
}
