package dev.jackstaff.admin.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.domain.flag.FlagVariant;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.snapshot.DefinitionReader;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSentenceTest {
    private static final VariantColours COLOURS = new VariantColours(
            List.of(new FlagVariant("on", Value.of(true), ""), new FlagVariant("off", Value.of(false), "")));

    private static String said(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining(" ")).replace('\u00a0', '_');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            "outcome":{"serve":"on"}                                                  | Everyone gets on
            "rollout":{"basisPoints":1250},"outcome":{"serve":"on"}                   | 12.5_% get on
            "rollout":{"basisPoints":1,"stickiness":"userId"},"outcome":{"serve":"on"} | 0.01_% get on by userId
            "condition":{"attribute":"country","operator":"IN","values":["SE","NO"]},"outcome":{"off":true} \
            | If country is one of SE NO , then everyone gets what is served when off
            "condition":{"attribute":"a","operator":"STR_CONTAINS","values":["x"],"inverted":true,"caseInsensitive":true},"outcome":{"serve":"off"} \
            | If a not contains x in any case , then everyone gets off
            "condition":{"all":[{"segment":"beta"},{"any":[{"attribute":"a","operator":"EXISTS"},{"attribute":"b","operator":"EXISTS"}]}]},"outcome":{"serve":"on"} \
            | If in segment beta and ( a is present or b is present ) , then everyone gets on
            "condition":{"none":[{"segment":"x"},{"segment":"y"}]},"outcome":{"serve":"on"} \
            | If none of in segment x nor in segment y , then everyone gets on
            "condition":{"any":[]},"outcome":{"serve":"on"}                           | If nobody , then everyone gets on
            "outcome":{"split":[{"variant":"on","weight":1},{"variant":"off","weight":2}],"stickiness":"accountId"} \
            | Everyone split on 33.33_% off 66.67_% by accountId
            "rollout":{"basisPoints":500,"stickiness":"userId"},"outcome":{"split":[{"variant":"on","weight":1},{"variant":"off","weight":1}],"stickiness":"accountId"} \
            | 5_% by userId split on 50_% off 50_% by accountId
            "rollout":{"basisPoints":500,"group":"wave"},"outcome":{"serve":"on"} | 5_% get on in the group wave
            "outcome":{"split":[{"variant":"on","weight":1}],"group":"colours"} | Everyone split on 100_% in the group colours
            """)
    void aRuleIsASentence(String members, String sentence) {
        assertThat(said(RuleSentence.of(
                        DocumentReader.readWhole("{" + members + "}", DefinitionReader::rule), COLOURS)))
                .isEqualTo(sentence);
    }

    @Test
    void manyValuesAreCounted() {
        String values =
                IntStream.range(0, 1_000).mapToObj(i -> "\"v" + i + "\"").collect(Collectors.joining(","));
        String rule = "{\"condition\":{\"attribute\":\"a\",\"operator\":\"IN\",\"values\":[" + values
                + "]},\"outcome\":{\"serve\":\"on\"}}";

        assertThat(said(RuleSentence.of(DocumentReader.readWhole(rule, DefinitionReader::rule), COLOURS)))
                .contains("v11 and 988 more");
    }

    @Test
    void whatEveryoneElseGets() {
        assertThat(said(RuleSentence.ofFallthrough(new OutcomeDefinition.Serve("off"), COLOURS)))
                .isEqualTo("Everyone else gets off");
    }

    @Test
    void whatIsOffIsGrey() {
        assertThat(COLOURS.dot("off")).isEqualTo("dot-0");
        assertThat(COLOURS.dot("on")).isEqualTo("dot-1");
        assertThat(COLOURS.dot("unknown")).isEqualTo("dot-0");
    }
}
