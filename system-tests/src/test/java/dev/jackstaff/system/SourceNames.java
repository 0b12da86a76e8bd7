package dev.jackstaff.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names in the sources that others rely on, wherever they stand: of settings and of maps in the data grid. */
final class SourceNames {
    private static final Pattern EDGE_SETTING = Pattern.compile("\"(jackstaff\\.edge\\.[a-z.-]+)\"");
    private static final Pattern DECLARED_SETTING = Pattern.compile(
            "\"(jackstaff\\.edge\\.[a-z.-]+)\",\\s*(?:Format\\.)?(\\w+)((?:,\\s*\\w+\\(\"\\w+\"\\))*)\\)");
    private static final Pattern DEFAULTED_SETTING =
            Pattern.compile("name\\s*=\\s*\"(jackstaff\\.[a-z.-]+)\",\\s*defaultValue\\s*=\\s*(\"[^\"]*\")");
    private static final Pattern HUB_SETTING = Pattern.compile("\"(jackstaff\\.(?:hub|grid|audit|db)\\.[a-z.-]+)\"");
    private static final Pattern VARIABLE = Pattern.compile("JACKSTAFF_[A-Z_]*[A-Z]");
    private static final Pattern GRID_MAP =
            Pattern.compile("\"(jackstaff\\.(?:snapshots|publication|usage|edges)[a-z.]*)\"");
    private static final Pattern TEXT_CONSTANT = Pattern.compile("static final String (?:\\w+) =\\s*\"([\\w.-]+)\"");
    private static final List<String> MODULES = List.of(
            "engine",
            "grid",
            "protocols",
            "sql",
            "domain",
            "rest-api",
            "web-admin",
            "ear",
            "edge-settings",
            "edge-war",
            "payara-config",
            "cli");

    private final String sources;
    private final List<String> gridSources;

    private SourceNames(List<String> sources) {
        this.sources = String.join("\n", sources);
        this.gridSources = sources.stream()
                .filter(text -> text.contains("\"jackstaff.publication\""))
                .toList();
    }

    static SourceNames read() {
        Path root = Path.of(System.getProperty("jackstaff.root", ".."));
        return new SourceNames(MODULES.stream()
                .map(module -> root.resolve(module).resolve("src/main"))
                .filter(Files::exists)
                .flatMap(SourceNames::texts)
                .toList());
    }

    private static Stream<String> texts(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files
                    .filter(file -> file.toString().matches(".*\\.(java|asadmin|xml|properties|jvm-options)"))
                    .sorted()
                    .map(SourceNames::text)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every setting: ours, its form and the names that others have for it; then the variables that are read. */
    String settings() {
        Map<String, String> settings = new TreeMap<>();
        matches(EDGE_SETTING, match -> settings.putIfAbsent(match.group(1), ""));
        matches(HUB_SETTING, match -> settings.putIfAbsent(match.group(1), ""));
        matches(DECLARED_SETTING, match -> settings.put(match.group(1), declared(match)));
        matches(DEFAULTED_SETTING, match -> settings.put(match.group(1), " default " + match.group(2)));
        TreeSet<String> variables = new TreeSet<>();
        matches(VARIABLE, match -> variables.add(match.group()));
        StringBuilder text = new StringBuilder(GoldenFile.SECTION + "settings\n");
        settings.forEach((name, detail) -> text.append(name).append(detail).append('\n'));
        text.append(GoldenFile.SECTION).append("variables\n");
        variables.forEach(name -> text.append(name).append('\n'));
        return text.toString();
    }

    private static String declared(MatchResult match) {
        return " " + match.group(2) + match.group(3).replaceAll("\\s+", " ").replace("\"", "");
    }

    /** The maps of the data grid; then the keys in the one that tells what is published. */
    String grid() {
        TreeSet<String> maps = new TreeSet<>();
        matches(GRID_MAP, match -> maps.add(match.group(1)));
        TreeSet<String> keys = new TreeSet<>();
        gridSources.forEach(source -> TEXT_CONSTANT
                .matcher(source)
                .results()
                .map(match -> match.group(1))
                .filter(name -> !maps.contains(name))
                .forEach(keys::add));
        return GoldenFile.SECTION + "maps\n" + String.join("\n", maps) + "\n" + GoldenFile.SECTION + "keys\n"
                + String.join("\n", keys) + "\n";
    }

    private void matches(Pattern pattern, Consumer<MatchResult> action) {
        pattern.matcher(sources).results().forEach(action);
    }
}
