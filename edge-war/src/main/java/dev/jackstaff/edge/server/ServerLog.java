package dev.jackstaff.edge.server;

import dev.jackstaff.edge.settings.LogLevels;
import dev.jackstaff.edge.settings.ServerSetting;
import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.settings.SettingFormat;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The server's log in the configured form, at the configured levels. */
public final class ServerLog {
    private static final Logger ROOT = Logger.getLogger("");

    /** Held, because a logger that nobody holds loses its level. */
    private static final Logger EDGE = Logger.getLogger("dev.jackstaff");

    private static final Logger LOG = Logger.getLogger(ServerLog.class.getName());
    private static final String JSON_FORMATTER = "fish.payara.enterprise.server.logging.JSONLogFormatter";

    private ServerLog() {}

    /**
     * Sets form and levels; without settings they stay as the server has them.
     *
     * @throws IllegalArgumentException if a level is none
     */
    public static void apply(EdgeSettings settings) {
        if (settings.text(ServerSetting.LOG_FORM)
                .filter(SettingFormat.JSON::equals)
                .isPresent()) {
            writeJson();
        }
        LogLevels levels = LogLevels.of(settings);
        levels.general()
                .filter(level -> level.intValue() > Level.INFO.intValue())
                .ifPresent(ServerLog::limitOthers);
        levels.edge().ifPresent(EDGE::setLevel);
        levels.others()
                .forEach(part -> LOG.log(Level.WARNING, "{0} is no part of an edge''s log, and has no effect.", part));
    }

    /** Limits everything but the edge's own lines: loggers of the server have levels of their own. */
    private static void limitOthers(Level least) {
        for (Handler handler : ROOT.getHandlers()) {
            handler.setFilter(line -> line.getLevel().intValue() >= least.intValue()
                    || String.valueOf(line.getLoggerName()).startsWith(EDGE.getName()));
        }
    }

    private static void writeJson() {
        for (Handler handler : ROOT.getHandlers()) {
            Formatter current = handler.getFormatter();
            if (current == null || !current.getClass().getName().equals(JSON_FORMATTER)) {
                handler.setFormatter(jsonFormatter());
            }
        }
    }

    private static Formatter jsonFormatter() {
        try {
            return Class.forName(JSON_FORMATTER, true, ServerLog.class.getClassLoader())
                    .asSubclass(Formatter.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException another) {
            throw new IllegalStateException("this server is not a supported Payara version: " + another, another);
        }
    }
}
