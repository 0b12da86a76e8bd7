package dev.jackstaff.api.flag;

import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.flag.FlagLink;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A link of a flag.
 *
 * @param url an address with {@code http} or {@code https}
 */
@Schema(requiredProperties = {"title", "url"})
public record LinkBody(@Nullable String title, @Nullable String url) {
    /** The link of a flag. */
    public static LinkBody of(FlagLink link) {
        return new LinkBody(link.title(), link.url());
    }

    /** The links of a member of a request. */
    public static List<FlagLink> toLinks(String field, @Nullable List<@Nullable LinkBody> bodies) {
        List<LinkBody> given = RequestFields.list(field, bodies);
        return IntStream.range(0, given.size())
                .mapToObj(index -> given.get(index).toLink(field + "[" + index + "]"))
                .toList();
    }

    private FlagLink toLink(String field) {
        return new FlagLink(
                RequestFields.required(field + ".title", title), RequestFields.required(field + ".url", url));
    }
}
