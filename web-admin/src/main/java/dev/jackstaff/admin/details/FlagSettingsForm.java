package dev.jackstaff.admin.details;

import dev.jackstaff.admin.flag.Tags;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.FlagTraits;

/** The form of what people are told of a flag. Links and metadata are lines of their own. */
public class FlagSettingsForm {
    private String name;
    private String description;
    private FlagKind kind;
    private String owner;
    private String tags;
    private boolean serverOnly;
    private boolean stale;

    FlagSettingsForm(FlagDetails details) {
        name = details.name();
        description = details.description();
        kind = details.kind();
        owner = details.owner();
        tags = Tags.text(details.tags());
        serverOnly = details.serverOnly();
        stale = details.traits().stale();
    }

    /** Details with what the form says, and these links and metadata. */
    FlagDetails applyTo(FlagDetails present, FlagTraits traits) {
        return present.withTexts(name.strip(), description.strip(), owner.strip())
                .withLabels(kind, Tags.parse(tags), serverOnly)
                .withTraits(traits.withStale(stale));
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description.replace("\r\n", "\n");
    }

    public FlagKind getKind() {
        return kind;
    }

    public void setKind(FlagKind kind) {
        this.kind = kind;
    }

    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }

    public String getTags() {
        return tags;
    }

    public void setTags(String tags) {
        this.tags = tags;
    }

    public boolean isServerOnly() {
        return serverOnly;
    }

    public void setServerOnly(boolean serverOnly) {
        this.serverOnly = serverOnly;
    }

    public boolean isStale() {
        return stale;
    }

    public void setStale(boolean stale) {
        this.stale = stale;
    }
}
