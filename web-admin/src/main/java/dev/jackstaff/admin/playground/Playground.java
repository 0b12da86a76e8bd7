package dev.jackstaff.admin.playground;

import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.boundary.Flags;
import dev.jackstaff.engine.flag.Explanation;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The playground: what a context gets of one flag or of all, in each place, and the way to one of these answers. */
@Named
@RequestScoped
public class Playground {
    private static final String PAGE_FILE = "playground.xhtml";

    @Inject
    Here here;

    @Inject
    Places places;

    @Inject
    AskedFlags asked;

    @Inject
    PlaygroundContext context;

    @Inject
    Flags flags;

    private @Nullable List<String> keys;
    private @Nullable List<Row> rows;

    /** A column of the table. */
    public record Column(EnvironmentMark mark, String words) {}

    /** What a context gets of one flag, place by place. */
    public record Row(String flag, String link, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** Turns a form that was sent into an address that can be shared; a flag that does not exist is not found. */
    public void open() throws IOException {
        here.getEnvironment();
        String flag = here.parameter("flag");
        if (!here.parameter("send").isEmpty()) {
            FacesContext faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().redirect(link(Map.of("context", context.sent(), "why", "", "at", "")));
            faces.responseComplete();
        } else if (!flag.isEmpty() && places.all().stream().noneMatch(place -> place.definition(flag) != null)) {
            flags.get(here.projectKey(), new FlagKey(flag));
        }
    }

    /** The address of this page with some parameters otherwise. */
    private String link(Map<String, String> changed) {
        Map<String, String> all = new TreeMap<>();
        for (String name : List.of("context", "flag", "q", "view", "revision", "why", "at", "page")) {
            all.put(name, here.parameter(name).strip());
        }
        all.put("in", String.join(",", places.chosen()));
        all.put("draft", String.join(",", places.chosenDrafts()));
        all.putAll(changed);
        return here.link(PAGE_FILE, all);
    }

    /** The address that shows another reader the same. */
    public String getLink() {
        return link(Map.of());
    }

    /** The address with the context as a form. */
    public String getFormLink() {
        return link(Map.of("view", ""));
    }

    /** The address with the context as JSON. */
    public String getJsonLink() {
        return link(Map.of("view", "json"));
    }

    public String getNextLink() {
        return link(Map.of("page", String.valueOf(asked.page() + 1), "why", "", "at", ""));
    }

    public String getBackLink() {
        return link(Map.of("page", asked.page() <= 2 ? "" : String.valueOf(asked.page() - 1), "why", "", "at", ""));
    }

    /** The keys of the flags that are asked for, in their order. */
    private List<String> keys() {
        if (keys == null) {
            keys = asked.isEarlierToo() ? inAnyPlace() : asked.present();
        }
        return keys;
    }

    private List<String> inAnyPlace() {
        SortedSet<String> found = new TreeSet<>();
        places.all().forEach(place -> found.addAll(place.definitions().keySet()));
        found.removeIf(key -> !asked.fits(key));
        return List.copyOf(found);
    }

    public int getCount() {
        return keys().size();
    }

    public boolean isMore() {
        return asked.isMore(keys());
    }

    public boolean isLater() {
        return asked.page() > 1;
    }

    private List<String> shown() {
        if (!context.getProblem().isEmpty()) {
            return List.of();
        }
        return asked.onPage(keys());
    }

    public List<Column> getColumns() {
        return places.all().stream()
                .map(place -> new Column(place.mark(), place.words()))
                .toList();
    }

    public List<Row> getRows() {
        if (rows == null) {
            rows = shown().stream().map(this::row).toList();
        }
        return rows;
    }

    private Row row(String flag) {
        List<Cell> cells = new ArrayList<>();
        Cell.Answer first = null;
        for (Place place : places.all()) {
            Cell.Answer answer = Cell.Answer.of(place.definition(flag), explanation(place, flag));
            first = first == null ? answer : first;
            boolean chosen = flag.equals(getChosenFlag()) && place.equals(chosenPlace());
            String link = link(Map.of("why", flag, "at", place.id()));
            boolean differs = !answer.variant().equals(first.variant());
            cells.add(new Cell(place.id(), answer.variant(), answer.why(), answer.dot(), link, chosen, differs));
        }
        return new Row(flag, here.flagLink("flag.xhtml", flag), cells);
    }

    private Explanation explanation(Place place, String flag) {
        return place.flags().explain(flag, context.context());
    }

    /** The key of the flag whose answer is explained; empty if there is none. */
    public String getChosenFlag() {
        String named = here.parameter("why");
        return shown().contains(named) ? named : shown().stream().findFirst().orElse("");
    }

    private @Nullable Place chosenPlace() {
        String named = here.parameter("at");
        List<Place> all = places.all();
        return all.stream()
                .filter(place -> place.id().equals(named))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElse(null);
    }

    /** The place whose answer is explained; null if there is none. */
    public @Nullable Column getChosenColumn() {
        Place place = chosenPlace();
        return place == null ? null : new Column(place.mark(), place.words());
    }

    /** What is served there. */
    public String getChosenVariant() {
        return getRows().stream()
                .flatMap(row -> row.cells().stream())
                .filter(Cell::chosen)
                .map(Cell::variant)
                .findFirst()
                .orElse("");
    }

    /** The way to the answer that is explained; empty if there is none. */
    public List<PathStep> getPath() {
        Place place = chosenPlace();
        FlagDefinition flag = place == null ? null : place.definition(getChosenFlag());
        return place == null || flag == null
                ? List.of()
                : DecisionPath.of(place, flag, explanation(place, flag.key()), Cell.colours(flag));
    }
}
