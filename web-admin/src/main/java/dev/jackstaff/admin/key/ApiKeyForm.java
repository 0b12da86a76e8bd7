package dev.jackstaff.admin.key;

import dev.jackstaff.domain.access.ApiKeyKind;
import dev.jackstaff.domain.access.NewApiKey;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The form of an API key: of one environment, valid through the end of a day in UTC. */
public class ApiKeyForm implements Serializable {
    private String name = "";
    private ApiKeyKind kind = ApiKeyKind.SERVER;
    private String environment = "";
    private @Nullable LocalDate lastDay;

    NewApiKey toNewApiKey(ProjectKey project) {
        LocalDate last = lastDay;
        return new NewApiKey(
                name.strip(),
                kind,
                project,
                new EnvironmentKey(environment),
                last == null
                        ? null
                        : last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public ApiKeyKind getKind() {
        return kind;
    }

    public void setKind(ApiKeyKind kind) {
        this.kind = kind;
    }

    public String getEnvironment() {
        return environment;
    }

    public void setEnvironment(String environment) {
        this.environment = environment;
    }

    public @Nullable LocalDate getLastDay() {
        return lastDay;
    }

    public void setLastDay(@Nullable LocalDate lastDay) {
        this.lastDay = lastDay;
    }
}
