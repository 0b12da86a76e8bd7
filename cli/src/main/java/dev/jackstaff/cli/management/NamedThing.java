package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ApiPath;
import dev.jackstaff.cli.terminal.CommandFailedException;

/** Things that people call by a name, and the API by an id. */
final class NamedThing {
    private NamedThing() {}

    static String idOfUser(Hub hub, String email) {
        return id(hub, "users", "email", email, "user");
    }

    static String idOfGroup(Hub hub, String name) {
        return id(hub, "groups", "name", name, "group");
    }

    static String idOfServiceAccount(Hub hub, String name) {
        return id(hub, "service-accounts", "name", name, "service account");
    }

    private static String id(Hub hub, String list, String member, String name, String kind) {
        return hub.api().get(ApiPath.of(list)).jsonObjects().stream()
                .filter(thing -> thing.getString(member).equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new CommandFailedException("There is no " + kind + " " + name + "."))
                .getString("id");
    }
}
