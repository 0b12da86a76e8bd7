package dev.jackstaff.engine.bucketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class Murmur3BucketingTest {
    private static final int VARIANTS = 86_028_157;

    static Stream<Arguments> vectors() {
        return Stream.of(
                argumentSet("nothing", "", "", 0, 0L),
                argumentSet("rollout of gr1:123", "gr1", ":123", 0, 538_421_172L),
                argumentSet("an unsigned hash", "groupX", ":999", 0, 3_843_606_124L),
                argumentSet("variant of gr1:123", "gr1", ":123", VARIANTS, 4_076_427_795L),
                argumentSet("variant of groupX:999", "groupX", ":999", VARIANTS, 1_485_091_259L),
                argumentSet("variant of a:5", "a", ":5", VARIANTS, 2_623_610_406L),
                argumentSet("variant of a:0", "a", ":0", VARIANTS, 1_421_207_907L),
                argumentSet("two-byte characters", "g", ":é", 0, 3_962_922_133L),
                argumentSet("three-byte characters", "g", ":日本", 0, 2_768_135_936L));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void hashesAsTheReferenceDoes(String salt, String subject, int seed, long expected) {
        int hash = Murmur3.seeded(seed).append(salt).hash(subject);

        assertThat(Integer.toUnsignedLong(hash)).isEqualTo(expected);
    }

    @Test
    void textInPiecesHashesAsTheWhole() {
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            String text = random.ints(random.nextInt(20), 0, 0x2_0000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String clean = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            int cut = clean.offsetByCodePoints(0, clean.codePointCount(0, clean.length()) / 2);

            int pieces = Murmur3.seeded(i).append(clean.substring(0, cut)).hash(clean.substring(cut));

            assertThat(pieces).isEqualTo(Murmur3.seeded(i).hash(text));
        }
    }

    @Test
    void wholePercentsDecideAsUnleashDoes() {
        Bucketer buckets = rollout("Feature.flexible.rollout.custom.stickiness_50");

        assertThat(buckets.bucket("402")).isBetween(5_401, 5_500);
        assertThat(buckets.bucket("388")).isBetween(901, 1_000);
    }

    @Test
    void splitsPickTheReferencesPlace() {
        assertThat(split("gr1", 1000).bucket("123")).isEqualTo(796);
        assertThat(split("groupX", 1000).bucket("999")).isEqualTo(260);
        assertThat(split("a", 2).bucket("5")).isEqualTo(1);
        assertThat(split("a", 2).bucket("0")).isEqualTo(2);
    }

    @Test
    void partsOfASplitEndWhereTheirWeightsAddUp() {
        BucketRanges scale = Murmur3Bucketing.INSTANCE.split("g", List.of(25, 0, 75));

        assertThat(scale.upperBounds()).containsExactly(25, 25, 100);
        assertThat(scale.indexOf(1)).isZero();
        assertThat(scale.indexOf(25)).isZero();
        assertThat(scale.indexOf(26)).isEqualTo(2);
        assertThat(scale.indexOf(101)).isEqualTo(3);
    }

    @Test
    void weightsMustAddUpToSomethingAnIntHolds() {
        assertThatIllegalArgumentException().isThrownBy(() -> Murmur3Bucketing.INSTANCE.split("g", List.of(0, 0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Murmur3Bucketing.INSTANCE.split("g", List.of(Integer.MAX_VALUE, 1)));
    }

    @Test
    void bucketsAreEvenlyFilled() {
        Bucketer buckets = rollout("even");
        long included = Stream.iterate(0, i -> i + 1)
                .limit(100_000)
                .filter(i -> buckets.bucket("user-" + i) <= 1_234)
                .count();

        assertThat(included).isBetween(12_000L, 12_700L);
    }

    private static Bucketer rollout(String group) {
        return Murmur3Bucketing.INSTANCE.rollout(group, 5_000).bucketer();
    }

    private static Bucketer split(String group, int total) {
        return Murmur3Bucketing.INSTANCE.split(group, List.of(total)).bucketer();
    }
}
