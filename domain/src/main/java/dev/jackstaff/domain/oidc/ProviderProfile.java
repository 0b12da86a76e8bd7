package dev.jackstaff.domain.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a verified token says about a user.
 *
 * @param email an address that the provider has verified; empty if there is none
 * @param name empty if it says none
 */
public record ProviderProfile(
        String issuer, String subject, String email, String name, GroupClaims groups, Instant issuedAt) {
    private static final String EMAIL = "email";
    private static final int MAX_LENGTH = 200;
    private static final int MAX_SUBJECT = 255;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+");

    /**
     * Reads the claims of a token.
     *
     * @throws InvalidTokenException if they name no subject
     */
    public static ProviderProfile of(IdentityProvider provider, JWTClaimsSet claims) throws InvalidTokenException {
        Map<String, Object> all = claims.getClaims();
        String subject = text(provider.claims().subject().find(all));
        if (subject.isBlank() || subject.length() > MAX_SUBJECT) {
            throw new InvalidTokenException("it names no subject");
        }
        Instant issuedAt =
                Optional.ofNullable(claims.getIssueTime()).map(Date::toInstant).orElse(Instant.EPOCH);
        return new ProviderProfile(
                String.valueOf(claims.getIssuer()),
                subject,
                verifiedEmail(provider, all),
                name(all),
                provider.roles().groups(all),
                issuedAt);
    }

    private static String verifiedEmail(IdentityProvider provider, Map<String, Object> claims) {
        ClaimPath path = provider.claims().email();
        String email = text(path.find(claims)).strip();
        Object verified = path.text().equals(EMAIL) ? claims.get("email_verified") : null;
        boolean isVerified = verified == null
                ? provider.accounts().trustsEmails()
                : verified.toString().equals("true");
        return isVerified
                        && email.length() <= MAX_LENGTH
                        && ADDRESS.matcher(email).matches()
                ? email
                : "";
    }

    private static String name(Map<String, Object> claims) {
        String name = text(claims.get("name")).replaceAll("\\p{Cntrl}", " ").strip();
        return name.codePointCount(0, name.length()) <= MAX_LENGTH ? name : "";
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }
}
