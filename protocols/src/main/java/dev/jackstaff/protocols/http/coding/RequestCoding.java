package dev.jackstaff.protocols.http.coding;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;

/** A content coding in which request bodies may come (RFC 9110, section 8.4.1). */
enum RequestCoding {
    /** The body as it is. */
    IDENTITY {
        @Override
        InputStream decode(InputStream body) {
            return body;
        }
    },
    GZIP {
        @Override
        InputStream decode(InputStream body) {
            return new GzipBody(body);
        }
    },
    DEFLATE {
        @Override
        InputStream decode(InputStream body) throws IOException {
            return DeflateBody.of(body);
        }
    },
    /** A coding, or a sequence of codings, that is not supported. */
    UNSUPPORTED {
        @Override
        InputStream decode(InputStream body) {
            throw new IllegalStateException("a body in an unsupported coding is not read");
        }
    };

    /** The supported codings, for the header Accept-Encoding of a refusal. */
    static final String SUPPORTED = "gzip, deflate";

    /** The bytes that a body stands for; reading fails with an IOException if the body is not in this coding. */
    abstract InputStream decode(InputStream body) throws IOException;

    /** The coding that the values of Content-Encoding name. */
    static RequestCoding of(Enumeration<String> values) {
        List<String> codings = new ArrayList<>();
        while (values.hasMoreElements()) {
            for (String coding : values.nextElement().split(",", -1)) {
                String name = coding.strip().toLowerCase(Locale.ROOT);
                if (!name.isEmpty() && !name.equals("identity")) {
                    codings.add(name);
                }
            }
        }
        return codings.size() > 1 ? UNSUPPORTED : codings.isEmpty() ? IDENTITY : named(codings.get(0));
    }

    private static RequestCoding named(String name) {
        return switch (name) {
            case "gzip", "x-gzip" -> GZIP;
            case "deflate" -> DEFLATE;
            default -> UNSUPPORTED;
        };
    }
}
