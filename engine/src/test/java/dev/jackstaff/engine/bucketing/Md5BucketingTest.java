package dev.jackstaff.engine.bucketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Md5BucketingTest {
    static Stream<Arguments> vectors() {
        return Stream.of(
                argumentSet("segment 12 and identity 93", "12", "", "93", 2_765, 27.655531106221243),
                argumentSet("segment 13 and identity 93", "13", "", "93", 4_680, 46.80936187237448),
                argumentSet("composite key", "78986", "test_env_", "foobar", 5_452, 54.53090618123625),
                argumentSet("identity's own key", "78986", "", "32103813", 4_927, 49.27985597119424),
                argumentSet("composite key in a segment", "12345", "test_env_", "foobar", 5_198, 51.990398079615915),
                argumentSet("two-byte characters", "g", "", "é", 8_694, 86.95739147829566),
                argumentSet("three-byte characters", "g", "", "日本", 2_560, 25.60512102420484),
                argumentSet("four-byte characters", "g", "", "😀", 2_592, 25.925185037007402),
                argumentSet("nothing", "", "", "", 5_119, 51.20024004800960),
                argumentSet("a whole hundred is drawn again", "1", "", "8931", 4_577, 45.77915583116623),
                argumentSet("drawn again with a prefix", "1", "61", "376", 44, 0.44008801760352));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void bucketsAreThoseOfTheReference(String group, String prefix, String subject, int bucket, double percent) {
        assertThat(Md5Bucketing.bucketer(group, prefix).bucket(subject)).isEqualTo(bucket);
        assertThat(Md5Bucketing.percentOf(bucket)).isCloseTo(percent, within(1e-12));
    }

    @Test
    void bucketsAreTheWholeDigestsRemainder() throws Exception {
        Random random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            String group = text(random);
            String subject = text(random);

            int bucket = Md5Bucketing.bucketer(group, "").bucket(subject);

            assertThat(bucket).isEqualTo(plainBucket(group + "," + subject));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 0.01, 1, 27.655531106221243, 33.33, 50, 54.53, 54.54, 99.98, 99.99, 100, 250, -1})
    void aShareDecidesAsDoublesDo(double threshold) {
        int limit = Md5Bucketing.highestBucketWithin(threshold);

        assertThat(IntStream.rangeClosed(0, Md5Bucketing.HIGHEST_BUCKET)
                        .filter(bucket -> (bucket <= limit) != ((bucket / 9998.0) * 100.0 <= threshold)))
                .isEmpty();
    }

    @Test
    void everyShareOfBasisPointsAndManyOthersDecideAsDoublesDo() {
        Random random = new Random(5);
        for (int i = 1; i < 20_000; i++) {
            double threshold = i < 10_000 ? i / 100.0 : random.nextDouble() * 99.98;
            int limit = Md5Bucketing.highestBucketWithin(threshold);

            assertThat(Md5Bucketing.percentOf(limit)).isLessThanOrEqualTo(threshold);
            assertThat(Md5Bucketing.percentOf(limit + 1)).isGreaterThan(threshold);
        }
    }

    @Test
    void noNumberIsAShareOfNobody() {
        assertThat(Md5Bucketing.highestBucketWithin(Double.NaN)).isEqualTo(-1);
    }

    @Test
    void splitsDecideAsDoublesDo() {
        Random random = new Random(3);
        List<List<Double>> splits = new ArrayList<>(List.of(
                List.of(30.0, 30.0),
                List.of(54.54),
                List.of(0.0, 0.0),
                List.of(33.33, 33.33, 33.34),
                List.of(0.1, 0.2, 0.7, 99.0),
                List.of(100.0, 5.0),
                List.of(50.0, 0.0, 50.0)));
        for (int i = 0; i < 100; i++) {
            splits.add(IntStream.range(0, 1 + random.nextInt(6))
                    .mapToObj(part -> random.nextInt(3_000) / 100.0)
                    .toList());
        }

        for (List<Double> split : splits) {
            BucketRanges scale = new BucketRanges(subject -> 0, Md5Bucketing.upperBounds(split));
            for (int bucket = 0; bucket <= Md5Bucketing.HIGHEST_BUCKET; bucket++) {
                assertThat(scale.indexOf(bucket)).isEqualTo(plainPart(split, (bucket / 9998.0) * 100.0));
            }
        }
    }

    @Test
    void weightsAreSharesOfTheirSum() {
        BucketRanges scale = Md5Bucketing.INSTANCE.split("g", List.of(1, 0, 1, 2));

        assertThat(scale.upperBounds()).containsExactly(2_499, 2_499, 4_998, 9_997);
    }

    @Test
    void weightsMustAddUpToSomethingAnIntHolds() {
        assertThatIllegalArgumentException().isThrownBy(() -> Md5Bucketing.INSTANCE.split("g", List.of(0, 0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Md5Bucketing.INSTANCE.split("g", List.of(Integer.MAX_VALUE, 1)));
    }

    @Test
    void aRolloutOfNothingIsForNobodyAndAWholeOneForAll() {
        assertThat(Md5Bucketing.INSTANCE.rollout("g", 0).limit()).isEqualTo(-1);
        assertThat(Md5Bucketing.highestBucketWithin(0)).isZero();
        assertThat(Md5Bucketing.INSTANCE.rollout("g", 1).limit()).isZero();
        assertThat(Md5Bucketing.INSTANCE.rollout("g", 2).limit()).isEqualTo(1);
        assertThat(Md5Bucketing.INSTANCE.rollout("g", 10_000).limit()).isEqualTo(Md5Bucketing.HIGHEST_BUCKET);
    }

    @Test
    void itIsKnownByItsName() {
        assertThat(Bucketing.named("md5/1")).containsSame(Md5Bucketing.INSTANCE);
        assertThat(Bucketing.named("murmur3/1")).containsSame(Murmur3Bucketing.INSTANCE);
        assertThat(Bucketing.named("md5/2")).isEmpty();
        assertThat(Md5Bucketing.INSTANCE.name()).isEqualTo("md5/1");
    }

    @Test
    void threadsShareTheBucketsOfOneSalt() throws Exception {
        Bucketer buckets = Md5Bucketing.bucketer("12", "");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Boolean> asking = () -> IntStream.range(0, 20_000).allMatch(i -> buckets.bucket("93") == 2_765);

            assertThat(threads.invokeAll(List.of(asking, asking, asking, asking)))
                    .allSatisfy(answer -> assertThat(answer.get()).isTrue());
        } finally {
            threads.shutdownNow();
        }
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(90), 32, 0x2_0000)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int plainBucket(String ids) throws Exception {
        byte[] digest = MessageDigest.getInstance("MD5").digest(ids.getBytes(StandardCharsets.UTF_8));
        int bucket = new BigInteger(1, digest).mod(BigInteger.valueOf(9_999)).intValueExact();
        return bucket == 9_998 ? plainBucket(ids + "," + ids) : bucket;
    }

    private static int plainPart(List<Double> percents, double value) {
        double start = 0.0;
        for (int i = 0; i < percents.size(); i++) {
            double limit = percents.get(i) + start;
            if (start <= value && value < limit) {
                return i;
            }
            start = limit;
        }
        return percents.size();
    }
}
