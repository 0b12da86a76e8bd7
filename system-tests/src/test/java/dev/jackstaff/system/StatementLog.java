package dev.jackstaff.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The statements that PostgreSQL carries out for an installation, as its log has them: without those that begin and end
 * transactions, and without the {@code select 1} by which the pool tests a connection.
 */
final class StatementLog implements AutoCloseable {
    private static final Pattern STATEMENT = Pattern.compile("LOG:  (?:statement|execute [^:]*): (.*)");
    private static final Pattern ASIDE = Pattern.compile("(?i)begin|commit|rollback|select 1|set .*|show .*");

    /** What the loops of the hub do: sealing the audit trail, and turning flags on again. */
    private static final Pattern LOOP = Pattern.compile(
            "(?is).*(jackstaff\\.audit|set_config\\('idle_in|from audit_seal|from audit_entry e where e\\.id >|from flag_restoration where done_at).*");

    /** So often an action is repeated: the loops of the hub, which read now and then, do not do so every time. */
    private static final int TIMES = 6;

    private final Connection database;
    private final Path file;

    private StatementLog(Connection database, Path file) {
        this.database = database;
        this.file = file;
    }

    static StatementLog of(StackUnderTest installation) throws SQLException {
        StatementLog log =
                new StatementLog(installation.database(), installation.home().resolve("logs/postgres.log"));
        log.set("'all'");
        await().until(log::isOn);
        return log;
    }

    private void set(String value) throws SQLException {
        execute("alter system set log_statement = " + value);
        execute("select pg_reload_conf()");
    }

    private boolean isOn() throws IOException, SQLException {
        String mark = UUID.randomUUID().toString();
        execute("select '" + mark + "'");
        return Files.readString(file, StandardCharsets.ISO_8859_1).contains(mark);
    }

    private void execute(String statement) throws SQLException {
        try (var one = database.createStatement()) {
            one.execute(statement);
        }
    }

    /** The statements that an action needs: the fewest of several times. */
    List<String> of(Runnable action) {
        return Stream.generate(() -> during(action))
                .limit(TIMES)
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    private List<String> during(Runnable action) {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(log.length());
            action.run();
            byte[] written = new byte[(int) (log.length() - log.getFilePointer())];
            log.readFully(written);
            return statements(new String(written, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> statements(String text) {
        List<String> found = new ArrayList<>();
        boolean inside = false;
        for (String line : text.lines().toList()) {
            Matcher begun = STATEMENT.matcher(line);
            if (begun.find()) {
                String statement = begun.group(1).strip();
                inside = !ASIDE.matcher(statement).matches()
                        && !LOOP.matcher(statement).matches();
                if (inside) {
                    found.add(begun.group(1));
                }
            } else if (inside && line.startsWith("\t")) {
                found.set(found.size() - 1, found.get(found.size() - 1) + " " + line.strip());
            } else {
                inside = false;
            }
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        set("default");
        database.close();
    }
}
