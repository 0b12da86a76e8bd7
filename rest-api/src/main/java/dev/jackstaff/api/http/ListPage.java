package dev.jackstaff.api.http;

import dev.jackstaff.domain.DomainException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list in the list's own form; the next part is named in the header {@code Link}.
 *
 * @param next the cursor of the next part; null if this is the last
 */
public record ListPage<T>(List<T> items, @Nullable String next) {
    public ListPage {
        items = List.copyOf(items);
    }

    /**
     * The part after a cursor.
     *
     * @param key the key of an item, which is its cursor
     * @param limit null for all
     * @param cursor null for the beginning
     */
    public static <T> ListPage<T> of(
            List<T> all, Function<T, String> key, @Nullable String limit, @Nullable String cursor) {
        int from = cursor == null ? 0 : 1 + position(all, key, cursor);
        long most = limit == null ? all.size() : QueryParameters.number("limit", limit);
        if (most == 0 && limit != null) {
            throw new DomainException.Invalid("limit", "must be at least 1");
        }
        int to = (int) Math.min(all.size(), from + most);
        return new ListPage<>(all.subList(from, to), to < all.size() ? key.apply(all.get(to - 1)) : null);
    }

    private static <T> int position(List<T> all, Function<T, String> key, String cursor) {
        int position = all.stream().map(key).toList().indexOf(cursor);
        if (position < 0) {
            throw new DomainException.Invalid("cursor", "is no item of this list any more; begin again");
        }
        return position;
    }

    /** The response, with the address of the next part. */
    public Response toResponse(UriInfo uri) {
        Response.ResponseBuilder response = Response.ok(items);
        if (next != null) {
            String address = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", next)
                    .build()
                    .getRawQuery();
            response.header("Link", "<?" + address + ">; rel=\"next\"");
        }
        return response.build();
    }
}
