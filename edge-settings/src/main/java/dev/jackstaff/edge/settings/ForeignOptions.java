package dev.jackstaff.edge.settings;

import dev.jackstaff.edge.settings.ForeignOption.Effect;
import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.settings.Setting;
import dev.jackstaff.protocols.settings.SettingAlias;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is set and does not do here what it does elsewhere: options of the product that the edge replaces, and settings of
 * upstreams of another kind. Nothing is ignored in silence.
 */
public final class ForeignOptions {
    /** The settings that have a name of each system; two of them would leave open which is meant. */
    private static final List<EdgeSetting> OF_SEVERAL_SYSTEMS =
            List.of(EdgeSetting.UPSTREAM_URL, EdgeSetting.UPSTREAM_INTERVAL, EdgeSetting.UPSTREAM_TIMEOUT);

    private ForeignOptions() {}

    /** The options of the systems that an upstream of a kind belongs to. */
    public static List<ForeignOption> of(UpstreamKind kind) {
        return switch (kind) {
            case UNLEASH, FILE -> List.of(UnleashEdgeOption.values());
            case FLAGSMITH -> List.of(EdgeProxyOption.values());
            case HTTP -> List.of(FlexFlagEdgeOption.values());
            case GRID -> List.of();
        };
    }

    /**
     * A sentence for each thing that is set and has no effect.
     *
     * @throws IllegalArgumentException if something is set with which the edge must not start
     */
    public static List<String> check(EdgeSettings settings) {
        UpstreamKind kind = UpstreamKind.of(settings);
        OF_SEVERAL_SYSTEMS.forEach(setting -> requireOneMeaning(settings, setting));
        List<ForeignOption> set = of(kind).stream()
                .filter(option -> settings.value(option.variable())
                        .filter(value -> !"false".equalsIgnoreCase(value))
                        .isPresent())
                .toList();
        set.stream()
                .filter(option -> option.effect() == Effect.REFUSED)
                .findFirst()
                .ifPresent(refused -> {
                    throw new IllegalArgumentException(
                            refused.variable() + " is set, but " + plain(refused.remark()) + ".");
                });
        return Stream.of(
                        set.stream()
                                .filter(option -> option.effect() == Effect.WITHOUT_EFFECT)
                                .map(option -> option.variable() + " has no effect: " + plain(option.remark()) + "."),
                        kind.unused().stream()
                                .flatMap(setting -> settings.namesOf(setting).stream())
                                .filter(name -> !isUsedElsewhere(kind, name))
                                .map(name -> name + " has no effect on an upstream of kind " + kind.key() + "."),
                        settings.fileNames().stream()
                                .filter(name -> !isKnown(name))
                                .sorted()
                                .map(name -> "The configuration file has an unknown member: " + name + "."))
                .flatMap(sentences -> sentences)
                .distinct()
                .toList();
    }

    private static void requireOneMeaning(EdgeSettings settings, EdgeSetting setting) {
        List<String> foreign = settings.namesOf(setting).stream()
                .filter(name -> !name.equals(setting.property()))
                .toList();
        boolean several = foreign.stream().map(settings::value).distinct().count() > 1;
        if (several && !settings.namesOf(setting).contains(setting.property())) {
            throw new IllegalArgumentException(String.join(" and ", foreign)
                    + " are set to different values, and mean the same here. Set " + setting.property()
                    + ", or only one of them.");
        }
    }

    /** Whether a name belongs to a setting, too, that the edge uses. */
    private static boolean isUsedElsewhere(UpstreamKind kind, String name) {
        return EdgeSetting.all().stream()
                .filter(setting -> !kind.unused().contains(setting))
                .map(Setting::aliases)
                .flatMap(List::stream)
                .map(SettingAlias::name)
                .anyMatch(name::equals);
    }

    private static boolean isKnown(String name) {
        return Stream.concat(
                        EdgeSetting.all().stream()
                                .flatMap(setting -> setting.aliases().stream())
                                .map(SettingAlias::name),
                        of(UpstreamKind.FLAGSMITH).stream().map(ForeignOption::variable))
                .anyMatch(name::equals);
    }

    private static String plain(String remark) {
        return remark.replace("`", "");
    }
}
