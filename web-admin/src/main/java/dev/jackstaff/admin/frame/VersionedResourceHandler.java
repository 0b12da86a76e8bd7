package dev.jackstaff.admin.frame;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The handler of files that pages name: scripts, style sheets, images. It adds a hash of the content to the address of
 * each, so that a browser keeps a file as long as it stays the same, and asks for the new one when it changes.
 */
public class VersionedResourceHandler extends ResourceHandlerWrapper {
    private static final String PARAMETER = "v=";
    private static final int HASH_BYTES = 8;

    private final Map<String, String> versions = new ConcurrentHashMap<>();

    public VersionedResourceHandler(ResourceHandler wrapped) {
        super(wrapped);
    }

    @Override
    public @Nullable Resource createResource(String name) {
        return versioned(super.createResource(name));
    }

    @Override
    public @Nullable Resource createResource(String name, String library) {
        return versioned(super.createResource(name, library));
    }

    @Override
    public @Nullable Resource createResource(String name, String library, String contentType) {
        return versioned(super.createResource(name, library, contentType));
    }

    private @Nullable Resource versioned(@Nullable Resource resource) {
        return resource == null ? null : new VersionedResource(resource);
    }

    /** An address with the parameter. */
    static String withVersion(String path, String version) {
        return path + (path.indexOf('?') < 0 ? '?' : '&') + PARAMETER + version;
    }

    /** Whether an address has the parameter: PrimeFaces adds its version to the addresses of its own files. */
    static boolean hasVersion(String path) {
        int query = path.indexOf('?');
        return query >= 0
                && Arrays.stream(path.substring(query + 1).split("&amp;|&", -1))
                        .anyMatch(parameter -> parameter.startsWith(PARAMETER));
    }

    /** The beginning of the content's SHA-256, in hexadecimal digits. */
    static String version(InputStream content) throws IOException {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A file with its version in its address. */
    private final class VersionedResource extends ResourceWrapper {
        VersionedResource(Resource resource) {
            super(resource);
        }

        @Override
        public String getRequestPath() {
            String path = super.getRequestPath();
            return hasVersion(path) ? path : withVersion(path, versionOf(path));
        }

        /** The version, computed once; not by computeIfAbsent, since a style sheet may name other files. */
        private String versionOf(String path) {
            String known = versions.get(path);
            if (known == null) {
                known = version();
                versions.put(path, known);
            }
            return known;
        }

        private String version() {
            try (InputStream content = getInputStream()) {
                return VersionedResourceHandler.version(content);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
