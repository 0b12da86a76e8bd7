package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.edge.upstream.TaskScheduler;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The check whether the server refuses a token that {@code /edge/validate} calls valid: that answer may come from a
 * cache of the server. A token counts as refused if the server refuses it several times in a row, so that a moment's
 * failure of something in between revokes nothing.
 */
final class RefusalCheck {
    static final int TIMES = 3;
    static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Logger LOG = Logger.getLogger(RefusalCheck.class.getName());

    private final UnleashServer server;
    private final TaskScheduler scheduler;
    private final Consumer<UnleashToken> refused;
    private final Set<UnleashToken> underCheck = ConcurrentHashMap.newKeySet();

    /**
     * A check.
     *
     * @param refused is told each token that is refused
     */
    RefusalCheck(UnleashServer server, TaskScheduler scheduler, Consumer<UnleashToken> refused) {
        this.server = server;
        this.scheduler = scheduler;
        this.refused = refused;
    }

    /** Starts the check of a token, unless it is under way. */
    void start(UnleashToken token) {
        if (underCheck.add(token)) {
            scheduler.execute(() -> check(token, 1));
        }
    }

    private void check(UnleashToken token, int time) {
        boolean again = false;
        try {
            boolean isRefused = server.refuses(token);
            again = isRefused && time < TIMES;
            if (isRefused && !again) {
                refused.accept(token);
            }
        } catch (IOException unanswered) {
            LOG.log(Level.FINE, "Whether the server refuses a token is not known yet.", unanswered);
        } finally {
            if (again) {
                scheduler.schedule(PAUSE, () -> check(token, time + 1));
            } else {
                underCheck.remove(token);
            }
        }
    }
}
