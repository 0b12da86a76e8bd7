package dev.jackstaff.domain.oidc.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The session at a provider that a session of the pages began with. Deleted with the session of the pages. Never changed, so it
 * has no version.
 */
@Entity
@Table(name = "provider_session")
@SuppressWarnings("NullAway.Init")
public class ProviderSession {
    @Id
    @Column(name = "session_id")
    private UUID sessionId;

    private String provider;
    private String issuer;
    private String subject;
    private @Nullable String sid;

    @Column(name = "id_token")
    private String idToken;

    protected ProviderSession() {}

    /**
     * The link of a new session.
     *
     * @param sid the provider's name of its session; null if it gives none
     * @param idToken what tells the provider which session ends
     */
    public ProviderSession(
            UUID session, String provider, String issuer, String subject, @Nullable String sid, String idToken) {
        this.sessionId = session;
        this.provider = provider;
        this.issuer = issuer;
        this.subject = subject;
        this.sid = sid;
        this.idToken = idToken;
    }

    public String provider() {
        return provider;
    }

    public String issuer() {
        return issuer;
    }

    public String subject() {
        return subject;
    }

    public @Nullable String sid() {
        return sid;
    }

    public String idToken() {
        return idToken;
    }
}
