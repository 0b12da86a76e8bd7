package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.admin.frame.Here;
import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.engine.ValueType;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The filters of the flag list in words, and what they can be set to. */
@Named
@RequestScoped
public class FlagListFilters {
    private static final String PAGE = "page";
    private static final List<String> STATES = List.of("on", "off", "held-off", "rolling-out", "killed");

    @Inject
    Here here;

    @Inject
    FlagListAddress address;

    /** The filters that are set, each with the address of the list without it. */
    public List<FilterChip> getChips() {
        return Stream.of("state", "type", "kind", "tag", "owner", "stale", "archived", "changed")
                .filter(parameter -> !here.parameter(parameter).isEmpty())
                .map(this::chip)
                .toList();
    }

    private FilterChip chip(String parameter) {
        Map<String, String> without = parameter.equals(FlagListAddress.STATE)
                ? Map.of(parameter, "", FlagListAddress.SCOPE, "", PAGE, "")
                : Map.of(parameter, "", PAGE, "");
        return new FilterChip(
                MessageBundle.format("filter." + parameter),
                words(parameter, here.parameter(parameter)),
                here.withParameters(without));
    }

    private String words(String parameter, String value) {
        return switch (parameter) {
            case "state" -> MessageBundle.format("filter.in", state(value), scopeName());
            case "kind" ->
                FlagKind.LABELS
                        .find(value)
                        .map(kind -> MessageBundle.format("kind." + kind.label()))
                        .orElse(value);
            case "stale", "archived" -> MessageBundle.format("filter.yes");
            case "changed" ->
                FlagListAddress.PERIODS.containsKey(value) ? MessageBundle.format("filter.changed." + value) : value;
            default -> value;
        };
    }

    private static String state(String value) {
        return STATES.contains(value) ? MessageBundle.format("filter.state." + value) : value;
    }

    private String scopeName() {
        String scope = address.scope();
        return here.getEnvironments().stream()
                .filter(mark -> mark.key().equals(scope))
                .findFirst()
                .map(EnvironmentMark::name)
                .orElse(scope);
    }

    /** The key of the environment whose state is asked. */
    public String getScope() {
        return address.scope();
    }

    /** The states that can be asked, by their names in an address. */
    public List<String> getStates() {
        return STATES;
    }

    /** The times within which a flag may have been changed, shortest first. */
    public List<String> getPeriods() {
        return List.of("day", "week", "month", "year");
    }

    public FlagKind[] getKinds() {
        return FlagKind.values();
    }

    public ValueType[] getTypes() {
        return ValueType.values();
    }

    /** Whether a filter hides some flags. */
    public boolean isSet() {
        return !(here.parameter("view") + here.parameter("q").strip()).isEmpty()
                || !getChips().isEmpty();
    }
}
