package dev.jackstaff.domain.change.control;

import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.change.InstructionWriter;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.engine.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;

/** The writer of what a change was: who made it, why, and by which instructions. */
@ApplicationScoped
class ChangeRecorder {
    private static final String INSERT =
            """
            insert into change (project_id, at, actor, actor_kind, reason, ticket, sentences, instructions, inverse)
            values (cast(?1 as uuid), ?2, ?3, ?4, ?5, ?6, cast(?7 as jsonb), cast(?8 as jsonb), cast(?9 as jsonb))
            """;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /** Records a change that was carried out, in its transaction. */
    void record(Actor actor, Project project, ChangePlan plan, StepRunner done) {
        entities.createNativeQuery(INSERT)
                .setParameter(1, project.id().toString())
                .setParameter(2, Timestamp.from(clock.instant()))
                .setParameter(3, actor.name())
                .setParameter(4, actor.kind().label())
                .setParameter(5, plan.note().reason())
                .setParameter(6, plan.note().ticket())
                .setParameter(7, JsonText.quoted(done.sentences()))
                .setParameter(8, InstructionWriter.write(plan.steps()))
                .setParameter(9, InstructionWriter.write(done.inverse()))
                .executeUpdate();
    }
}
