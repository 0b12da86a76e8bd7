package dev.jackstaff.domain.audit.control;

import dev.jackstaff.domain.audit.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Where heads of the chain are written down outside the database: the log, and if wanted a file and a webhook. */
@ApplicationScoped
public class AuditAnchors {
    private static final Logger LOG = Logger.getLogger(AuditAnchors.class.getName());

    @Inject
    AuditChain chain;

    @Inject
    AnchorFile file;

    @Inject
    AnchorWebhook webhook;

    private @Nullable Seal latest;

    /** Writes the head down, unless it is the one of last time. What fails is done again the next time. */
    public synchronized void write() throws IOException, InterruptedException {
        Optional<Seal> head = chain.head().filter(seal -> !seal.equals(latest));
        if (head.isEmpty()) {
            return;
        }
        Seal seal = head.get();
        LOG.log(Level.INFO, "The head of the audit trail is {0}:{1} by the key {2}.", new Object[] {
            Long.toString(seal.sequence()), seal.hash(), seal.key()
        });
        file.append(seal);
        webhook.send(seal);
        latest = seal;
    }
}
