package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.protocols.json.TolerantReader;
import dev.jackstaff.protocols.unleash.TokenScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The reader of an Unleash server's answer to a validation of tokens. */
final class TokenValidationReader {
    private TokenValidationReader() {}

    /**
     * The valid tokens of the answer that were asked about, of the kinds that an edge serves.
     *
     * @throws dev.jackstaff.engine.snapshot.DocumentException if it is another document
     */
    static List<UnleashToken> read(byte[] answer, Set<String> requested) {
        List<UnleashToken> tokens = new ArrayList<>();
        return DocumentReader.readWhole(answer, reader -> {
            reader.object(member -> {
                boolean isTokens = member.equals("tokens");
                if (isTokens) {
                    reader.array(() -> readToken(reader)).stream()
                            .flatMap(Optional::stream)
                            .filter(valid -> requested.contains(valid.secret()))
                            .forEach(tokens::add);
                }
                return isTokens;
            });
            return tokens;
        });
    }

    /** One token; empty when it is invalid or of an unsupported kind. */
    private static Optional<UnleashToken> readToken(DocumentReader reader) {
        TolerantReader tolerant = new TolerantReader(reader);
        var read = new Object() {
            String secret = "";
            String type = "";

            @Nullable
            String environment;

            List<String> projects = List.of();
            String status = "validated";
        };
        reader.object(member -> {
            switch (member) {
                case "token" -> read.secret = reader.string();
                case "type" -> read.type = lower(tolerant.optionalText());
                case "environment" -> read.environment = tolerant.optionalText();
                case "projects" -> read.projects = tolerant.texts();
                case "status" -> read.status = lower(tolerant.optionalText());
                default -> {
                    return false;
                }
            }
            return true;
        });
        Credential.Kind kind =
                switch (read.type) {
                    case "client", "backend" -> Credential.Kind.SERVER;
                    case "frontend" -> Credential.Kind.CLIENT;
                    default -> Credential.Kind.EDGE;
                };
        boolean counts = read.status.isEmpty() || read.status.equals("validated") || read.status.equals("trusted");
        if (!counts || read.secret.isEmpty() || kind == Credential.Kind.EDGE) {
            return Optional.empty();
        }
        String environment = read.environment == null || read.environment.isEmpty() ? "default" : read.environment;
        return Optional.of(new UnleashToken(read.secret, kind, TokenScope.of(read.projects, environment)));
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
