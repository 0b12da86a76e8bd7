package dev.jackstaff.protocols.unleash.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.protocols.unleash.Documents;
import dev.jackstaff.protocols.unleash.FeaturesDocument;
import dev.jackstaff.protocols.unleash.FeaturesReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents with values that nobody meant: each is refused as a whole, or compiled and answered. */
class HostileFeaturesTest {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "\ud800",
            "﷽".repeat(500),
            "1e999",
            "-0",
            "NaN",
            "9".repeat(400),
            "(a+)+$",
            "((a{99}){99}){99}",
            "[[:alpha:]",
            "\\",
            "1.2.3",
            "v1.2.3",
            "::/0",
            "999.1.1.1/99",
            "0000-00-00T00:00:00Z",
            "default",
            "random",
            "flexibleRollout",
            "gradualRolloutRandom",
            "userId",
            "REGEX",
            "NUM_EQ",
            "SEMVER_GT",
            "DATE_AFTER",
            "IN_CIDR",
            "2147483648",
            "-1",
            "100",
            "json",
            "number",
            "csv",
            "{\"a\": [".repeat(30));
    private static final List<String> FIELDS =
            List.of("userId", "sessionId", "remoteAddress", "currentTime", "appName", "environment", "version", "");

    private final ObjectMapper mapper = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void nothingEscapesWhateverADocumentHolds(long seed) throws IOException {
        Random random = new Random(seed);
        int compiled = 0;
        for (int i = 0; i < 300; i++) {
            JsonNode tree = mapper.readTree(Documents.real());
            for (int changes = 1 + random.nextInt(8); changes > 0; changes--) {
                change(tree, random);
            }
            FeaturesDocument document;
            try {
                document = FeaturesReader.read(mapper.writeValueAsBytes(tree));
            } catch (DocumentException refused) {
                continue;
            }
            FlagSet flags = FeaturesCompiler.compile(document);
            EvaluationContext context = context(random);
            assertThat(flags.evaluateAll(context, true)).hasSameSizeAs(document.features());
            flags.flags()
                    .forEach(flag -> assertThat(flag.explain(context).answer()).isEqualTo(flag.evaluate(context)));
            compiled++;
        }
        assertThat(compiled).isGreaterThan(30);
    }

    private static void change(JsonNode tree, Random random) {
        List<ContainerNode<?>> places = new ArrayList<>();
        collect(tree, places);
        ContainerNode<?> place = places.get(random.nextInt(places.size()));
        if (place.isEmpty()) {
            return;
        }
        int index = random.nextInt(place.size());
        if (place instanceof ArrayNode array) {
            array.set(index, other(array.get(index), random));
        } else if (place instanceof ObjectNode object) {
            Iterator<Map.Entry<String, JsonNode>> members = object.properties().iterator();
            Map.Entry<String, JsonNode> member = members.next();
            for (int i = 0; i < index; i++) {
                member = members.next();
            }
            object.set(member.getKey(), other(member.getValue(), random));
        }
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> places) {
        if (node instanceof ContainerNode<?> container) {
            places.add(container);
            node.forEach(child -> collect(child, places));
        }
    }

    /** Mostly something of the same type, for anything else is refused. */
    private static JsonNode other(JsonNode value, Random random) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value.isTextual()) {
            return nodes.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
        }
        if (value.isNumber()) {
            return nodes.numberNode(List.of(0, 1, Integer.MAX_VALUE).get(random.nextInt(3)));
        }
        if (value.isBoolean()) {
            return nodes.booleanNode(!value.booleanValue());
        }
        return random.nextInt(5) > 0 ? value : nodes.nullNode();
    }

    private static EvaluationContext context(Random random) {
        EvaluationContext.Builder context = EvaluationContext.builder();
        for (String field : FIELDS) {
            if (random.nextBoolean()) {
                context.attribute(field, TEXTS.get(random.nextInt(TEXTS.size())));
            }
        }
        return context.build();
    }
}
