package dev.jackstaff.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages of the console and their commands, as the sources have them: what is new there is in no list of a test yet. */
final class ConsoleSources {
    private static final Path WEBAPP = ServerFiles.root().resolve("web-admin/src/main/webapp");
    private static final Path HERE =
            ServerFiles.root().resolve("web-admin/src/main/java/dev/jackstaff/admin/frame/Here.java");

    /** The form of the commands that a page lists beside its own forms. */
    private static final String COMMANDS = "commands";

    private static final Pattern FORM_OR_COMMAND = Pattern.compile(
            "</h:form>|<(h:form|p:remoteCommand|[ph]:command(?:Button|Link))\\b[^>]*?\\bid=\"(\\w[\\w-]*)\"");
    private static final Pattern PARAMETERS = Pattern.compile("PARAMETERS = List\\.of\\(([^)]*)\\)");
    private static final Pattern TEXT = Pattern.compile("\"([^\"]+)\"");

    private ConsoleSources() {}

    /** The files of the pages: {@code flags.xhtml}. */
    static Set<String> pages() {
        try (Stream<Path> files = Files.list(WEBAPP)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".xhtml"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The commands, each with the file that has it: {@code flag.xhtml commands:moveRule}. */
    static List<String> commands() {
        try (Stream<Path> files = Files.walk(WEBAPP)) {
            return files.filter(file -> file.toString().endsWith(".xhtml"))
                    .flatMap(file -> commandsIn(file).map(command -> file.getFileName() + " " + command))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> commandsIn(Path file) {
        Stream.Builder<String> commands = Stream.builder();
        String form = COMMANDS;
        Matcher tags = FORM_OR_COMMAND.matcher(read(file));
        while (tags.find()) {
            if (tags.group(1) == null) {
                form = COMMANDS;
            } else if (tags.group(1).equals("h:form")) {
                form = tags.group(2);
            } else {
                commands.add(form + ":" + tags.group(2));
            }
        }
        return commands.build();
    }

    /** The parameters of addresses that pages read. */
    static List<String> parameters() {
        Matcher list = PARAMETERS.matcher(read(HERE));
        if (!list.find()) {
            throw new AssertionError("no list of parameters in " + HERE);
        }
        return TEXT.matcher(list.group(1))
                .results()
                .map((MatchResult name) -> name.group(1))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
