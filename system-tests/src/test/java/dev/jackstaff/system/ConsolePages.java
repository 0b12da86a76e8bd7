package dev.jackstaff.system;

import java.util.List;
import java.util.stream.Stream;

/** The pages of the console about a project and one of its flags, as addresses below that of the console. */
record ConsolePages(String project, String flag) {
    /** What people look at. */
    List<String> common() {
        return Stream.concat(list(), Stream.concat(ofFlag(), ofProject())).toList();
    }

    private Stream<String> list() {
        return Stream.of(
                        "",
                        "&page=2",
                        "&sort=changed",
                        "&sort=evaluations",
                        "&q=number+4",
                        "&view=stale",
                        "&view=rolling-out",
                        "&state=held-off")
                .map(query -> "/flags.xhtml" + here() + query);
    }

    private Stream<String> ofFlag() {
        return Stream.of(
                        "flag.xhtml",
                        "flag-compare.xhtml",
                        "flag-variants.xhtml",
                        "flag-usage.xhtml",
                        "flag-history.xhtml",
                        "flag-code.xhtml",
                        "flag-settings.xhtml")
                .map(page -> "/" + page + here() + "&flag=" + flag);
    }

    private Stream<String> ofProject() {
        return Stream.of(
                "/projects.xhtml",
                "/history.xhtml" + here(),
                "/playground.xhtml" + here() + "&flag=" + flag + "&context=%7B%22country%22%3A%22SE%22%7D",
                "/playground.xhtml" + here() + "&context=%7B%22country%22%3A%22SE%22%7D",
                "/keys.xhtml" + here(),
                "/unknown-flags.xhtml" + here());
    }

    private String here() {
        return "?project=" + project + "&environment=production";
    }
}
