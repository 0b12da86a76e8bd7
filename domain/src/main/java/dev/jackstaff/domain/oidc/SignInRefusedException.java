package dev.jackstaff.domain.oidc;

/** A sign-in at a provider is refused. The message is a sentence for whoever signs in. */
public final class SignInRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean unreachable;

    private SignInRefusedException(String sentence, boolean unreachable) {
        super(sentence);
        this.unreachable = unreachable;
    }

    public SignInRefusedException(String sentence) {
        this(sentence, false);
    }

    /** The refusal because the provider does not answer. */
    public static SignInRefusedException unreachable(IdentityProvider provider) {
        return new SignInRefusedException(
                provider.label() + " cannot be reached. Try again, or sign in with a password.", true);
    }

    /** Whether the provider did not answer, so that trying again may help. */
    public boolean isUnreachable() {
        return unreachable;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
