package dev.jackstaff.edge.upstream.flagsmith;

import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.edge.upstream.client.TimeLimits;
import dev.jackstaff.edge.upstream.client.UpstreamClient;
import dev.jackstaff.edge.upstream.client.UpstreamResponse;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.protocols.http.HeaderNames;
import dev.jackstaff.protocols.json.JsonBytes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A client for a Flagsmith API, with the requests of Flagsmith's edge proxy. Thread-safe. */
final class FlagsmithApiClient {
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int MAX_PAGES = 100;
    private static final String OVERRIDES = "identity_overrides";
    private static final Pattern NEXT_LINK = Pattern.compile("<([^>]+)>\\s*;\\s*rel=\"?next\"?");

    private final String url;
    private final TimeLimits limits;
    private final UpstreamClient client;

    FlagsmithApiClient(FlagsmithUpstreamSettings settings, UpstreamClient client) {
        this.url = settings.url();
        this.limits = TimeLimits.of(settings.requestTimeout());
        this.client = client;
    }

    /**
     * An environment document and the time of its last change.
     *
     * @param lastModified the Last-Modified header; null if there is none
     * @param age the age of the API's own copy
     */
    record FetchedDocument(JsonText document, @Nullable String lastModified, Duration age) {}

    /**
     * The document of an environment; empty when it is unchanged.
     *
     * @param since the last change of the known document; null for none
     * @throws IOException if the API does not answer, or answers only part of it
     */
    Optional<FetchedDocument> fetchDocument(FlagsmithKeyPair keys, @Nullable String since)
            throws IOException, InterruptedException {
        URI address = URI.create(url + "/environment-document/");
        UpstreamResponse answer = fetchPage(address, keys, since);
        if (answer.status() == NOT_MODIFIED) {
            return Optional.empty();
        }
        Map<String, JsonText> members = members(answer);
        List<JsonText> overrides = new ArrayList<>(overrides(members));
        UpstreamResponse page = answer;
        Optional<URI> next = nextPage(address, page);
        for (int pages = 1; next.isPresent(); pages++) {
            if (pages == MAX_PAGES) {
                throw new IOException("the environment document has more than " + MAX_PAGES + " pages");
            }
            page = fetchPage(next.get(), keys, null);
            overrides.addAll(overrides(members(page)));
            next = nextPage(next.get(), page);
        }
        return Optional.of(new FetchedDocument(
                merge(members, overrides), answer.header("Last-Modified").orElse(null), answer.age()));
    }

    private UpstreamResponse fetchPage(URI address, FlagsmithKeyPair keys, @Nullable String since)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header(HeaderNames.ENVIRONMENT_KEY, keys.serverKey())
                .header("Accept", "application/json");
        if (since != null) {
            request.header("If-Modified-Since", since);
        }
        UpstreamResponse answer = client.send(request.GET(), limits);
        if (answer.status() != OK && (answer.status() != NOT_MODIFIED || since == null)) {
            throw new IOException("/environment-document/ answered " + answer.status());
        }
        return answer;
    }

    /** The next page; refused when it is at another server, which must not see the key. */
    private static Optional<URI> nextPage(URI address, UpstreamResponse answer) throws IOException {
        Matcher link = NEXT_LINK.matcher(answer.header("Link").orElse(""));
        if (!link.find()) {
            return Optional.empty();
        }
        URI next = address.resolve(link.group(1));
        if (!String.valueOf(address.getAuthority()).equals(next.getAuthority())) {
            throw new IOException("the next page of the environment document is at another server");
        }
        return Optional.of(next);
    }

    private static Map<String, JsonText> members(UpstreamResponse answer) throws IOException {
        try {
            Map<String, JsonText> members = new LinkedHashMap<>();
            return DocumentReader.readWhole(answer.body(), reader -> {
                reader.object(member -> {
                    members.put(member, reader.json());
                    return true;
                });
                return members;
            });
        } catch (DocumentException unreadable) {
            throw new IOException("/environment-document/ did not answer JSON: " + unreadable.reason(), unreadable);
        }
    }

    private static List<JsonText> overrides(Map<String, JsonText> members) {
        JsonText overrides = members.get(OVERRIDES);
        return overrides == null || overrides.token() != JsonToken.START_ARRAY
                ? List.of()
                : DocumentReader.readWhole(overrides.json(), reader -> reader.array(reader::json));
    }

    private static JsonText merge(Map<String, JsonText> members, List<JsonText> overrides) {
        byte[] document = JsonBytes.object(json -> {
            for (Map.Entry<String, JsonText> member : members.entrySet()) {
                if (!member.getKey().equals(OVERRIDES)) {
                    json.writeFieldName(member.getKey());
                    json.writeRawValue(member.getValue().json());
                }
            }
            json.writeArrayFieldStart(OVERRIDES);
            for (JsonText override : overrides) {
                json.writeRawValue(override.json());
            }
            json.writeEndArray();
        });
        return new JsonText(new String(document, StandardCharsets.UTF_8), JsonToken.START_OBJECT);
    }
}
