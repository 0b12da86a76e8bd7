package dev.jackstaff.admin.code;

import dev.jackstaff.domain.access.ApiKeyKind;
import java.util.Arrays;
import java.util.Locale;

/** A way to ask for a flag. */
public enum Sdk {
    NODE("Node", ApiKeyKind.SERVER, Language.JAVASCRIPT),
    BROWSER("Browser", ApiKeyKind.CLIENT, Language.JAVASCRIPT),
    JAVA("Java", ApiKeyKind.SERVER, Language.JAVA),
    PYTHON("Python", ApiKeyKind.SERVER, Language.PYTHON),
    GO("Go", ApiKeyKind.SERVER, Language.GO),
    DOTNET(".NET", ApiKeyKind.SERVER, Language.CSHARP),
    UNLEASH("Unleash SDK", ApiKeyKind.SERVER, Language.JAVASCRIPT),
    FLAGSMITH("Flagsmith SDK", ApiKeyKind.CLIENT, Language.JAVASCRIPT),
    CURL("curl", ApiKeyKind.SERVER, Language.JAVASCRIPT);

    private final String title;
    private final ApiKeyKind kind;
    private final Language language;

    Sdk(String title, ApiKeyKind kind, Language language) {
        this.title = title;
        this.kind = kind;
        this.language = language;
    }

    /** The SDK of an address; the first if it names none. */
    static Sdk named(String name) {
        return Arrays.stream(values())
                .filter(sdk -> sdk.getLabel().equals(name))
                .findFirst()
                .orElse(NODE);
    }

    /** Its name in addresses: lower case. */
    public String getLabel() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String getTitle() {
        return title;
    }

    /** The kind of key that it needs. */
    public ApiKeyKind getKind() {
        return kind;
    }

    Language language() {
        return language;
    }
}
