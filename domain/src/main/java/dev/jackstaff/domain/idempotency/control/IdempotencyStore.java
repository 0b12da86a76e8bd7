package dev.jackstaff.domain.idempotency.control;

import dev.jackstaff.domain.idempotency.Claim;
import dev.jackstaff.domain.idempotency.RepeatableRequest;
import dev.jackstaff.domain.idempotency.StoredAnswer;
import dev.jackstaff.domain.storage.NativeColumns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The requests that may be repeated, in the database. Of several hubs, one has the claim of a request. */
@ApplicationScoped
public class IdempotencyStore {
    /** The most requests of one actor that are remembered. */
    private static final int MAX_OF_ACTOR = 10_000;

    private static final String INSERT =
            """
            insert into idempotent_request (id, actor, request, claim, claimed_at)
            values (?1, ?2, ?3, cast(?4 as uuid), ?5)
            on conflict (id) do nothing
            """;

    /** Waits for the change of the request that has the claim, and then leaves it alone. */
    private static final String TAKE_OVER =
            """
            update idempotent_request set request = ?2, claim = cast(?3 as uuid), claimed_at = ?4
            where id = ?1 and answered_at is null and changed_at is null and claimed_at < ?5
            """;

    private static final String READ =
            """
            select request, claimed_at, case when changed_at is null then 0 else 1 end, status, location, entity_tag,
                content_type, body
            from idempotent_request where id = ?1
            """;

    private static final String MARK =
            "update idempotent_request set changed_at = ?3 where id = ?1 and claim = cast(?2 as uuid)";

    private static final String ANSWER =
            """
            update idempotent_request
            set answered_at = ?3, status = ?4, location = ?5, entity_tag = ?6, content_type = ?7, body = ?8
            where id = ?1 and claim = cast(?2 as uuid)
            """;

    private static final String RELEASE =
            "delete from idempotent_request where id = ?1 and claim = cast(?2 as uuid) and changed_at is null";

    private static final String REMOVE_OLD = "delete from idempotent_request where claimed_at < ?1";

    private static final String REMOVE_MANY =
            """
            delete from idempotent_request where id in
                (select id from idempotent_request where actor = ?1 order by claimed_at desc offset ?2)
            """;

    @Inject
    EntityManager entities;

    /**
     * A request that somebody has the claim of.
     *
     * @param changed whether it has changed something
     * @param answer null if it has none yet
     */
    public record Known(String content, Instant claimedAt, boolean changed, @Nullable StoredAnswer answer) {}

    /** Removes what is older, and what is too much of an actor. */
    public void remove(String actor, Instant older) {
        entities.createNativeQuery(REMOVE_OLD)
                .setParameter(1, Timestamp.from(older))
                .executeUpdate();
        entities.createNativeQuery(REMOVE_MANY)
                .setParameter(1, actor)
                .setParameter(2, MAX_OF_ACTOR)
                .executeUpdate();
    }

    /** Claims a request that nobody has claimed, or that was left alone before an instant; empty if it cannot be. */
    public Optional<Claim.Granted> claim(RepeatableRequest request, Instant now, Instant leftBefore) {
        UUID token = UUID.randomUUID();
        int claimed = entities.createNativeQuery(INSERT)
                .setParameter(1, request.id())
                .setParameter(2, request.actor())
                .setParameter(3, request.content())
                .setParameter(4, token.toString())
                .setParameter(5, Timestamp.from(now))
                .executeUpdate();
        if (claimed == 0) {
            claimed = entities.createNativeQuery(TAKE_OVER)
                    .setParameter(1, request.id())
                    .setParameter(2, request.content())
                    .setParameter(3, token.toString())
                    .setParameter(4, Timestamp.from(now))
                    .setParameter(5, Timestamp.from(leftBefore))
                    .executeUpdate();
        }
        return claimed == 0 ? Optional.empty() : Optional.of(new Claim.Granted(request.id(), token));
    }

    /** The request of an id, if there is one. */
    public Optional<Known> find(String id) {
        List<?> rows = entities.createNativeQuery(READ).setParameter(1, id).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(IdempotencyStore::read)
                .findFirst();
    }

    private static Known read(Object[] row) {
        StoredAnswer answer = row[3] == null
                ? null
                : new StoredAnswer(
                        (int) NativeColumns.number(row[3]), (String) row[4], (String) row[5], (String) row[6], (String)
                                row[7]);
        return new Known((String) row[0], NativeColumns.instant(row[1]), NativeColumns.number(row[2]) == 1, answer);
    }

    /** Marks a request as one that has changed something; false if another has the claim now. */
    boolean mark(Claim.Granted claim, Instant now) {
        return of(MARK, claim).setParameter(3, Timestamp.from(now)).executeUpdate() == 1;
    }

    /** Stores the answer to a request. */
    public void answer(Claim.Granted claim, StoredAnswer answer, Instant now) {
        of(ANSWER, claim)
                .setParameter(3, Timestamp.from(now))
                .setParameter(4, answer.status())
                .setParameter(5, answer.location())
                .setParameter(6, answer.entityTag())
                .setParameter(7, answer.contentType())
                .setParameter(8, answer.body())
                .executeUpdate();
    }

    /** Forgets a request, unless it has changed something. */
    public void release(Claim.Granted claim) {
        of(RELEASE, claim).executeUpdate();
    }

    private Query of(String statement, Claim.Granted claim) {
        return entities.createNativeQuery(statement)
                .setParameter(1, claim.id())
                .setParameter(2, claim.token().toString());
    }
}
