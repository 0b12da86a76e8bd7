package dev.jackstaff.admin.playground;

import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.admin.sentence.Percent;
import dev.jackstaff.admin.sentence.VariantColours;
import dev.jackstaff.domain.flag.FlagVariant;
import dev.jackstaff.engine.Variant;
import dev.jackstaff.engine.flag.Explanation;
import dev.jackstaff.engine.flag.Explanation.PrerequisiteResult;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a context gets of a flag in one place.
 *
 * @param variant the words for what is served
 * @param why the reason, in a few words
 * @param dot the class of the variant's colour
 * @param link the address of the page with the way to this answer
 * @param differs whether the first place answers otherwise
 */
public record Cell(String place, String variant, String why, String dot, String link, boolean chosen, boolean differs) {
    /** What is served, and why. */
    record Answer(String variant, String why, String dot) {
        static Answer of(@Nullable FlagDefinition flag, Explanation explanation) {
            if (flag == null) {
                return new Answer(say("play.absent"), say("play.absent.why"), "dot-0");
            }
            Variant variant = explanation.evaluation().variant();
            if (explanation.evaluation().errorCode() != null) {
                return new Answer(
                        say("play.failed"),
                        String.valueOf(explanation.evaluation().errorCode()),
                        "dot-0");
            }
            return new Answer(
                    variant == null ? say("play.clientDefault") : variant.key(),
                    why(flag, explanation),
                    variant == null ? "dot-0" : colours(flag).dot(variant.key()));
        }

        private static String why(FlagDefinition flag, Explanation explanation) {
            if (!flag.enabled()) {
                return say("play.why.off");
            }
            for (PrerequisiteResult asked : explanation.prerequisites()) {
                if (!asked.met()) {
                    return say("play.why.needs", asked.parent().evaluation().flagKey());
                }
            }
            int number = matched(flag, explanation);
            if (number > 0) {
                return rule(number, flag.rules().get(number - 1));
            }
            if (flag.fallthrough() instanceof OutcomeDefinition.Split) {
                return say("play.why.split");
            }
            return say(explanation.rules().isEmpty() ? "play.why.everyone" : "play.why.noRule");
        }

        private static String rule(int number, RuleDefinition rule) {
            int share = rule.rollout().basisPoints();
            String words = say("play.why.rule", number);
            return share == RolloutDefinition.WHOLE ? words : words + ", " + Percent.of(share);
        }

        /** The number of the rule that matched; 0 if none did. */
        private static int matched(FlagDefinition flag, Explanation explanation) {
            int next = 0;
            for (int i = 0;
                    i < flag.rules().size() && next < explanation.rules().size();
                    i++) {
                if (flag.rules().get(i).enabled()
                        && explanation.rules().get(next++).matched()) {
                    return i + 1;
                }
            }
            return 0;
        }
    }

    static VariantColours colours(FlagDefinition flag) {
        List<FlagVariant> variants = flag.variants().stream()
                .map(variant -> new FlagVariant(variant.key(), variant.value(), ""))
                .toList();
        return new VariantColours(variants);
    }

    private static String say(String key, Object... arguments) {
        return MessageBundle.format(key, arguments);
    }
}
