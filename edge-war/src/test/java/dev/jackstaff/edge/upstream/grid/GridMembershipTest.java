package dev.jackstaff.edge.upstream.grid;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.cluster.Cluster;
import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleService;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GridMembershipTest {
    private final FakeMember member = new FakeMember();
    private final AtomicLong now = new AtomicLong();
    private final List<HazelcastInstance> joined = new ArrayList<>();
    private final GridMembership membership = new GridMembership(member, joined::add, now::get);

    /** A member whose clusters have a hub when the test says so. */
    private static final class FakeMember extends GridMember {
        private boolean hubReachable;
        private boolean hubInCluster;
        private int running;

        @Override
        boolean isHubReachable() {
            return hubReachable;
        }

        @Override
        HazelcastInstance join() {
            FakeCluster cluster = new FakeCluster();
            running++;
            return cluster.instance;
        }

        private final class FakeCluster {
            private boolean alive = true;
            private final LifecycleService lifecycle = fake(LifecycleService.class, method -> {
                if (method.equals("terminate")) {
                    alive = false;
                    running--;
                    return null;
                }
                return alive;
            });
            private final Member lite = fake(Member.class, method -> method.equals("isLiteMember"));
            private final Member hub = fake(Member.class, method -> false);
            private final Cluster cluster =
                    fake(Cluster.class, method -> hubInCluster ? asSet(lite, hub) : asSet(lite));
            private final HazelcastInstance instance =
                    fake(HazelcastInstance.class, method -> method.equals("getCluster") ? cluster : lifecycle);
        }

        private static Set<Member> asSet(Member... members) {
            return new AbstractSet<>() {
                @Override
                public Iterator<Member> iterator() {
                    return List.of(members).iterator();
                }

                @Override
                public int size() {
                    return members.length;
                }
            };
        }
    }

    @Test
    void anEdgeThatIsInNoGridJoins() {
        assertThat(membership.current()).isEmpty();

        membership.joinIfNeeded();

        assertThat(joined).hasSize(1);
        assertThat(membership.current()).isPresent();
        assertThat(membership.withHub()).isEmpty();
    }

    @Test
    void anEdgeThatIsAloneStaysWhileNoHubIsReachable() {
        membership.joinIfNeeded();

        now.addAndGet(Duration.ofHours(1).toNanos());
        membership.joinIfNeeded();

        assertThat(joined).hasSize(1);
    }

    @Test
    void anEdgeThatIsAloneJoinsAnewWhenAHubIsReachable() {
        membership.joinIfNeeded();
        member.hubReachable = true;
        member.hubInCluster = true;
        assertThat(membership.withHub()).isPresent();
        member.hubInCluster = false;

        membership.joinIfNeeded();

        assertThat(joined).hasSize(2);
        assertThat(member.running).isEqualTo(1);
    }

    @Test
    void anEdgeInTheHubsGridStays() {
        member.hubReachable = true;
        member.hubInCluster = true;
        membership.joinIfNeeded();

        membership.joinIfNeeded();

        assertThat(joined).hasSize(1);
        assertThat(membership.withHub()).isPresent();
    }

    @Test
    void aHubThatRefusesIsTriedLessAndLessOften() {
        member.hubReachable = true;

        for (int second = 0; second < 300; second++) {
            membership.joinIfNeeded();
            now.addAndGet(Duration.ofSeconds(1).toNanos());
        }

        assertThat(joined).hasSizeBetween(10, 16);
    }

    @Test
    void anEdgeThatLeftIsInNoGrid() {
        membership.joinIfNeeded();

        membership.leave();

        assertThat(membership.current()).isEmpty();
        assertThat(member.running).isZero();
    }

    private static <T> T fake(Class<T> type, Function<String, @Nullable Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.apply(method.getName())));
    }
}
