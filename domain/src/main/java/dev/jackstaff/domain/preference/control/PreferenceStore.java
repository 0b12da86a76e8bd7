package dev.jackstaff.domain.preference.control;

import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.preference.Setting;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.storage.NativeColumns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The favourites and the settings of people in the database. */
@ApplicationScoped
public class PreferenceStore {
    private static final String FAVOURITES =
            """
            select f.key from favourite v join flag f on f.id = v.flag_id
            where v.user_id = cast(?1 as uuid) and f.project_id = cast(?2 as uuid) order by f.key
            """;

    private static final String COUNT = "select count(*) from favourite where user_id = cast(?1 as uuid)";

    private static final String MARK =
            """
            insert into favourite (user_id, flag_id, marked_at) values (cast(?1 as uuid), cast(?2 as uuid), ?3)
            on conflict do nothing
            """;

    private static final String UNMARK =
            "delete from favourite where user_id = cast(?1 as uuid) and flag_id = cast(?2 as uuid)";

    private static final String SETTINGS = "select name, value from user_setting where user_id = cast(?1 as uuid)";

    private static final String SET =
            """
            insert into user_setting (user_id, name, value) values (cast(?1 as uuid), ?2, ?3)
            on conflict (user_id, name) do update set value = excluded.value
            """;

    private static final String RESET = "delete from user_setting where user_id = cast(?1 as uuid) and name = ?2";

    @Inject
    EntityManager entities;

    /** The favourites of a person in a project, by key. */
    public List<FlagKey> favourites(UUID user, Project project) {
        List<?> rows =
                of(FAVOURITES, user).setParameter(2, project.id().toString()).getResultList();
        return NativeColumns.texts(rows).stream().map(FlagKey::new).toList();
    }

    /** The number of a person's favourites in all projects. */
    public long count(UUID user) {
        return NativeColumns.number(of(COUNT, user).getSingleResult());
    }

    /** Marks a flag; does nothing if it is marked. */
    public void mark(UUID user, Flag flag, Instant now) {
        of(MARK, user)
                .setParameter(2, flag.id().toString())
                .setParameter(3, Timestamp.from(now))
                .executeUpdate();
    }

    /** Takes the mark of a flag away, if it has one. */
    public void unmark(UUID user, Flag flag) {
        of(UNMARK, user).setParameter(2, flag.id().toString()).executeUpdate();
    }

    /** The settings of a person, those too that they have not chosen. */
    public Map<Setting, String> settings(UUID user) {
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            settings.put(setting, setting.defaultValue());
        }
        List<?> rows = of(SETTINGS, user).getResultList();
        rows.stream().map(Object[].class::cast).forEach(row -> Setting.LABELS
                .find((String) row[0])
                .ifPresent(known -> settings.put(known, (String) row[1])));
        return settings;
    }

    /** Stores the value of a setting. */
    public void set(UUID user, Setting setting, String value) {
        of(SET, user).setParameter(2, setting.label()).setParameter(3, value).executeUpdate();
    }

    /** Forgets the value of a setting. */
    public void reset(UUID user, Setting setting) {
        of(RESET, user).setParameter(2, setting.label()).executeUpdate();
    }

    private Query of(String statement, UUID user) {
        return entities.createNativeQuery(statement).setParameter(1, user.toString());
    }
}
