package dev.jackstaff.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.domain.DomainException;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListPageTest {
    private static final List<String> ALL = List.of("a", "b", "c");

    @Test
    void withoutAQueryItIsAll() {
        assertThat(page(null, null)).isEqualTo(new ListPage<>(ALL, null));
    }

    @Test
    void pagesFollowEachOtherWithoutAGap() {
        assertThat(page("2", null)).isEqualTo(new ListPage<>(List.of("a", "b"), "b"));
        assertThat(page("2", "b")).isEqualTo(new ListPage<>(List.of("c"), null));
        assertThat(page("3", null).next()).isNull();
    }

    @Test
    void aPageHasOneItemTo500() {
        assertThat(page("500", null).items()).isEqualTo(ALL);
        for (String limit : List.of("0", "501", "-1", "x")) {
            assertThatThrownBy(() -> page(limit, null)).hasMessageStartingWith("limit: ");
        }
    }

    @Test
    void aCursorOfNothingIsRefused() {
        assertThatThrownBy(() -> page(null, "d"))
                .isInstanceOf(DomainException.Invalid.class)
                .hasMessageStartingWith("cursor: ");
    }

    @Test
    void theAddressOfTheNextPageKeepsTheOtherParameters() {
        String link = NextPageFilter.link(URI.create("http://hub/api/v1/keys?project=a%20b&cursor=x&limit=2"), "ö{}&");

        assertThat(link)
                .startsWith("<?")
                .endsWith(">; rel=\"next\"")
                .contains("project=a%20b", "limit=2", "cursor=%C3%B6%7B%7D%26")
                .doesNotContain("cursor=x", "hub");
    }

    private static ListPage<String> page(@Nullable String limit, @Nullable String cursor) {
        return ListPage.of(ALL, Function.identity(), new PageQuery(limit, cursor));
    }
}
