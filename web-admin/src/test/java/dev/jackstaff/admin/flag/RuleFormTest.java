package dev.jackstaff.admin.flag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import org.junit.jupiter.api.Test;

class RuleFormTest {
    @Test
    void whatIsFilledInBecomesARule() {
        RuleForm form = new RuleForm();
        form.setAttribute(" country ");
        form.setOperator(Operator.IN);
        form.setValues("SE, NO,,");
        form.setPercent(25);
        form.setVariant("on");

        RuleDefinition rule = form.rule();

        assertThat(rule.condition()).isEqualTo(ConditionDefinition.Comparison.of("country", Operator.IN, "SE", "NO"));
        assertThat(rule.rollout().basisPoints()).isEqualTo(2500);
        assertThat(rule.outcome()).isEqualTo(new OutcomeDefinition.Serve("on"));
    }

    @Test
    void aRegularExpressionKeepsItsCommas() {
        RuleForm form = new RuleForm();
        form.setAttribute("email");
        form.setOperator(Operator.REGEX);
        form.setValues(" ^a{2,3}@ ");
        form.setVariant("on");

        assertThat(form.rule().condition())
                .isEqualTo(ConditionDefinition.Comparison.of("email", Operator.REGEX, "^a{2,3}@"));
    }

    @Test
    void noAttributeMeansEverybody() {
        RuleForm form = new RuleForm();
        form.setVariant("on");

        assertThat(form.rule().condition()).isEqualTo(ConditionDefinition.ALWAYS);
    }
}
