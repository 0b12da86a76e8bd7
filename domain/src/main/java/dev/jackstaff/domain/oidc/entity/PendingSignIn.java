package dev.jackstaff.domain.oidc.entity;

import dev.jackstaff.domain.oidc.SignInRequest;
import dev.jackstaff.domain.oidc.SignInSecrets;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * A sign-in that is under way: somebody was sent to a provider and has not come back yet. It is named by the state that the
 * provider sends back, bound to a browser by its cookie, and deleted when it is used. Never changed, so it has no version.
 */
@Entity
@Table(name = "pending_sign_in")
@SuppressWarnings("NullAway.Init")
public class PendingSignIn {
    /** The time within which somebody has to come back. */
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    @Id
    @Column(name = "state_hash")
    private String stateHash;

    @Column(name = "browser_hash")
    private String browserHash;

    private String provider;
    private String nonce;

    @Column(name = "code_verifier")
    private String codeVerifier;

    @Column(name = "redirect_uri")
    private String redirectUri;

    private String target;
    private String source;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected PendingSignIn() {}

    public PendingSignIn(SignInRequest request, SignInSecrets secrets, Instant now) {
        this.stateHash = SignInSecrets.hash(secrets.state());
        this.browserHash = SignInSecrets.hash(secrets.browser());
        this.provider = request.provider();
        this.nonce = secrets.nonce();
        this.codeVerifier = secrets.codeVerifier();
        this.redirectUri = request.redirectUri();
        this.target = request.target();
        this.source = request.source();
        this.expiresAt = now.plus(LIFETIME);
    }

    /** Whether this sign-in was begun in the browser that has this secret. */
    public boolean isOf(String browser) {
        return browserHash.equals(SignInSecrets.hash(browser));
    }

    public boolean isExpired(Instant now) {
        return !expiresAt.isAfter(now);
    }

    public String stateHash() {
        return stateHash;
    }

    public String provider() {
        return provider;
    }

    public String nonce() {
        return nonce;
    }

    public String codeVerifier() {
        return codeVerifier;
    }

    public String redirectUri() {
        return redirectUri;
    }

    public String target() {
        return target;
    }

    public String source() {
        return source;
    }
}
