package dev.jackstaff.api.http;

import dev.jackstaff.domain.DomainException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list whose body is the list itself; the next part is named in the header {@code Link} only.
 *
 * @param next the cursor of the next part; null if this is the last
 */
public record ListPage<T>(List<T> items, @Nullable String next) implements Page {
    public ListPage {
        items = List.copyOf(items);
    }

    /**
     * The part that a query asks for.
     *
     * @param id what tells an item from the others, and is its cursor
     */
    static <T> ListPage<T> of(List<T> all, Function<T, String> id, PageQuery query) {
        int from = query.cursor() == null ? 0 : 1 + position(all, id, query.cursor());
        int to = Math.min(all.size(), from + query.most(all.size()));
        return new ListPage<>(all.subList(from, to), to < all.size() ? id.apply(all.get(to - 1)) : null);
    }

    private static <T> int position(List<T> all, Function<T, String> id, String cursor) {
        int position = all.stream().map(id).toList().indexOf(cursor);
        if (position < 0) {
            throw new DomainException.Invalid("cursor", "is no item of this list any more; begin again");
        }
        return position;
    }

    /** The response with the part that a query asks for, each item in the form of a body. */
    public static <T, B> Response response(List<T> all, Function<T, String> id, Function<T, B> body, PageQuery query) {
        ListPage<T> page = of(all, id, query);
        return Response.ok(new ListPage<>(page.items().stream().map(body).toList(), page.next()))
                .build();
    }
}
