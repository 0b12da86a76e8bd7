package dev.jackstaff.testprocess;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A small identity provider on this host, which also says what no real one would. */
public final class OidcTestProvider implements AutoCloseable {
    public static final String CLIENT = "jackstaff";
    public static final String SECRET = "a secret: of / the client";

    private final HttpServer server;
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final AtomicInteger keyRequests = new AtomicInteger();
    private volatile RSAKey key = newKey();
    private volatile UnaryOperator<JWTClaimsSet.Builder> visitor = UnaryOperator.identity();
    private volatile String endedIdToken = "";

    /** What a code is worth. */
    private record Grant(String challenge, String redirectUri, String idToken) {}

    public OidcTestProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, description()));
        server.createContext("/keys", exchange -> {
            keyRequests.incrementAndGet();
            answer(exchange, 200, new JWKSet(key).toJSONObject());
        });
        server.createContext("/token", this::redeem);
        server.createContext("/authorize", this::redirect);
        server.createContext("/logout", this::signOut);
        server.start();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The claims of whoever comes with a browser from now on. */
    public void recognize(UnaryOperator<JWTClaimsSet.Builder> claims) {
        visitor = claims;
    }

    private void redirect(HttpExchange exchange) throws IOException {
        Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
        String code = authorize(exchange.getRequestURI(), visitor);
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        required(query, "redirect_uri") + "?code=" + code + "&state=" + required(query, "state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void signOut(HttpExchange exchange) throws IOException {
        Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
        endedIdToken = required(query, "id_token_hint");
        exchange.getResponseHeaders().set("Location", required(query, "post_logout_redirect_uri"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    /** The ID token of the session that a browser ended here last; empty if none did. */
    public String endedIdToken() {
        return endedIdToken;
    }

    private static String required(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("there is no " + name);
        }
        return value;
    }

    /** How often the keys were asked for. */
    public int keyRequests() {
        return keyRequests.get();
    }

    /** Signs with a new key from now on. */
    public void rotateKey() {
        key = newKey();
    }

    public RSAKey key() {
        return key;
    }

    /** Signs somebody in who was sent here; returns the code. */
    public String authorize(URI address, UnaryOperator<JWTClaimsSet.Builder> claims) {
        return grant(address, token -> sign(claims.apply(token).build()));
    }

    /** Signs somebody in, with an ID token that is written in another way. */
    public String authorizeWith(URI address, Function<JWTClaimsSet, String> token) {
        return grant(address, builder -> token.apply(builder.build()));
    }

    private String grant(URI address, Function<JWTClaimsSet.Builder, String> token) {
        Map<String, String> query = form(address.getRawQuery());
        String code = UUID.randomUUID().toString();
        grants.put(
                code,
                new Grant(
                        required(query, "code_challenge"),
                        required(query, "redirect_uri"),
                        token.apply(claims().claim("nonce", required(query, "nonce")))));
        return code;
    }

    /** The usual claims of a token for the client. */
    public JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .subject(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    public String sign(JWTClaimsSet claims) {
        return sign(claims, key, JOSEObjectType.JWT);
    }

    public static String sign(JWTClaimsSet claims, RSAKey key, JOSEObjectType type) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .type(type)
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, Object> description() {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("issuer", issuer());
        description.put("authorization_endpoint", issuer() + "/authorize");
        description.put("token_endpoint", issuer() + "/token");
        description.put("jwks_uri", issuer() + "/keys");
        description.put("end_session_endpoint", issuer() + "/logout");
        return description;
    }

    private void redeem(HttpExchange exchange) throws IOException {
        Map<String, String> form =
                form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
        Grant grant = grants.remove(String.valueOf(form.get("code")));
        if (grant == null
                || !grant.challenge().equals(challenge(String.valueOf(form.get("code_verifier"))))
                || !grant.redirectUri().equals(form.get("redirect_uri"))) {
            answer(exchange, 400, Map.of("error", "invalid_grant"));
        } else if (!basic().equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, Map.of("error", "invalid_client"));
        } else {
            answer(exchange, 200, Map.of("token_type", "Bearer", "access_token", "x", "id_token", grant.idToken()));
        }
    }

    private static String basic() {
        String pair = URLEncoder.encode(CLIENT, StandardCharsets.UTF_8) + ":"
                + URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String challenge(String verifier) {
        try {
            return Base64URL.encode(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)))
                    .toString();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> form(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            fields.put(
                    pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static void answer(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        byte[] bytes = JSONObjectUtils.toJSONString(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
