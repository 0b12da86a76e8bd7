package dev.jackstaff.admin.frame;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.boundary.EnvironmentView;
import dev.jackstaff.domain.project.boundary.ProjectView;
import dev.jackstaff.domain.project.boundary.Projects;
import dev.jackstaff.domain.project.boundary.ProjectsAround;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where the reader is: the project and the environment that the address of the page names. A form sends them along, so
 * that a page needs no state of its own.
 */
@Named
@RequestScoped
public class Here {
    /** The parameters that say where a page is. */
    private static final List<String> PARAMETERS = List.of(
            "project",
            "environment",
            "flag",
            "view",
            "q",
            "state",
            "type",
            "kind",
            "tag",
            "owner",
            "stale",
            "archived",
            "changed",
            "saved",
            "sort",
            "page",
            "below",
            "pick",
            "scope",
            "person",
            "variant",
            "place",
            "context",
            "in",
            "from",
            "draft",
            "revision",
            "why",
            "at",
            "period",
            "sdk");

    private static final Set<String> REVISIONS = Set.of("below", "pick");

    @Inject
    HttpServletRequest request;

    @Inject
    Projects projects;

    private final LazyValue<ProjectsAround> around = new LazyValue<>(
            () -> isInProject() ? projects.around(projectKey()) : new ProjectsAround(projects.list(), List.of()));
    private int actions;

    /** The key of the project; empty if the address names none. */
    public String getProject() {
        return parameter("project");
    }

    /** The key of the project, for use cases. */
    public ProjectKey projectKey() {
        return new ProjectKey(getProject());
    }

    /** A parameter of the address; empty if it has none. */
    public String parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    /** All values of a field that a form sends. */
    public List<String> values(String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : List.of(values);
    }

    /** What the address of the page says, for the forms on it. */
    public List<Map.Entry<String, String>> getParameters() {
        return PARAMETERS.stream()
                .filter(name -> !parameter(name).isEmpty())
                .map(name -> Map.entry(name, parameter(name)))
                .toList();
    }

    public boolean isInProject() {
        return !getProject().isEmpty();
    }

    /** The name of the project, or its key if there is no such project. */
    public String getProjectName() {
        return getProjects().stream()
                .filter(project -> project.key().value().equals(getProject()))
                .map(ProjectView::name)
                .findFirst()
                .orElse(getProject());
    }

    /** The first letter of the project's name. */
    public String getProjectLetter() {
        String name = getProjectName();
        return name.isEmpty()
                ? ""
                : name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }

    public List<ProjectView> getProjects() {
        return around.get(this).projects();
    }

    /** The environments of the project that the address names; NotFound if there is no such project. */
    private List<EnvironmentView> views() {
        List<EnvironmentView> environments = around.get(this).environments();
        if (environments.isEmpty()
                && getProjects().stream().noneMatch(one -> one.key().equals(projectKey()))) {
            throw new DomainException.NotFound("project", getProject());
        }
        return environments;
    }

    /** The environments of the project, in their order. */
    public List<EnvironmentMark> getEnvironments() {
        return isInProject() ? EnvironmentMark.of(views()) : List.of();
    }

    /** The revisions that the page shows: {@code project/environment:revision}, with spaces between. */
    public String getRevisions() {
        return isInProject()
                ? views().stream()
                        .map(view -> getProject() + "/" + view.key().value() + ":" + view.revision())
                        .collect(Collectors.joining(" "))
                : "";
    }

    /** The environment that the address names; otherwise production, or the first. */
    public EnvironmentMark getEnvironment() {
        String named = parameter("environment");
        List<EnvironmentMark> all = getEnvironments();
        return all.stream()
                .filter(mark -> named.isEmpty() ? mark.production() : mark.key().equals(named))
                .findFirst()
                .or(() -> named.isEmpty() ? all.stream().findFirst() : Optional.empty())
                .orElseThrow(() -> new DomainException.NotFound("environment", named));
    }

    /** The address of a page of this project, seen from this environment. */
    public String link(String page) {
        return link(page, Map.of());
    }

    /** The address of a page about a flag of this project, seen from this environment. */
    public String flagLink(String page, String flag) {
        return link(page, Map.of("flag", flag));
    }

    /** The address of a page of this project, seen from this environment, with more parameters; empty ones are left out. */
    public String link(String page, Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(
                Map.of("project", getProject(), "environment", getEnvironment().key()));
        all.putAll(more);
        all.values().removeIf(String::isEmpty);
        return address(page, all);
    }

    /** The address of this page, seen from another environment. */
    public String inEnvironment(EnvironmentMark mark) {
        Map<String, String> changed = sameParameters();
        changed.keySet().removeAll(REVISIONS); // each environment counts its own
        changed.put("environment", mark.key());
        return address(request.getServletPath().substring(1), changed);
    }

    /** The address of this page with another value of a parameter. */
    public String withParameter(String name, String value) {
        return withParameters(Map.of(name, value));
    }

    /** The address of this page with other values of parameters; those that are empty are left out. */
    public String withParameters(Map<String, String> others) {
        Map<String, String> changed = sameParameters();
        changed.putAll(others);
        changed.values().removeIf(String::isEmpty);
        return address(request.getServletPath().substring(1), changed);
    }

    /** The address of another page with the parameters of this one. */
    public String linkWithParameters(String page) {
        return address(page, sameParameters());
    }

    private Map<String, String> sameParameters() {
        Map<String, String> same = new TreeMap<>();
        getParameters().forEach(parameter -> same.put(parameter.getKey(), parameter.getValue()));
        return same;
    }

    private String address(String page, Map<String, String> parameters) {
        return request.getContextPath() + "/" + page
                + new TreeMap<>(parameters)
                        .entrySet().stream()
                                .map(parameter -> parameter.getKey() + "="
                                        + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&", "?", ""));
    }

    /** How many actions were carried out in this request: what was read before is to be read anew. */
    int actions() {
        return actions;
    }

    /** Whether a form is being carried out: what it was made of is what its sender has seen. */
    public boolean isActing() {
        FacesContext faces = FacesContext.getCurrentInstance();
        return actions == 0 && faces.isPostback() && faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
    }

    /** Lets everything be read anew, as after an action. */
    public void readAnew() {
        actions++;
    }

    /** The key of the environment, for use cases. */
    public EnvironmentKey environmentKey() {
        return new EnvironmentKey(getEnvironment().key());
    }
}
