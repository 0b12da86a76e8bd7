package dev.jackstaff.domain.oidc;

import java.util.Locale;
import java.util.Set;

/**
 * The rules by which an identity that is not known yet gets an account. Only a verified e-mail address links or creates one.
 *
 * @param createsUsers whether somebody without an account gets one
 * @param emailDomains the domains that addresses may have, in lower case; empty for any
 * @param trustsEmails whether an address counts as verified if the provider does not say whether it is
 */
public record AccountPolicy(boolean createsUsers, Set<String> emailDomains, boolean trustsEmails) {
    public AccountPolicy {
        emailDomains = Set.copyOf(emailDomains);
    }

    /** Whether an address has a domain that is allowed. */
    public boolean allows(String email) {
        String domain = email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return emailDomains.isEmpty() || emailDomains.contains(domain);
    }
}
