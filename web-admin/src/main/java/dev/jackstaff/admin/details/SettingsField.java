package dev.jackstaff.admin.details;

import dev.jackstaff.admin.flag.Tags;
import dev.jackstaff.domain.flag.FlagDetails;

/** A field of the settings form: what it says of a flag, and how it is taken over. */
enum SettingsField {
    NAME("name"),
    DESCRIPTION("description"),
    OWNER("owner"),
    KIND("kind"),
    TAGS("tags"),
    SERVER_ONLY("serverOnly"),
    STALE("stale"),
    LINKS("links"),
    METADATA("metadata");

    private final String id;

    SettingsField(String id) {
        this.id = id;
    }

    /** Its id in the form. */
    String id() {
        return id;
    }

    /** What it says of a flag. Two flags differ in the field if their texts do. */
    String text(FlagDetails details) {
        return switch (this) {
            case NAME -> details.name();
            case DESCRIPTION -> details.description();
            case OWNER -> details.owner();
            case KIND -> details.kind().name();
            case TAGS -> Tags.text(details.tags());
            case SERVER_ONLY -> String.valueOf(details.serverOnly());
            case STALE -> String.valueOf(details.traits().stale());
            case LINKS -> details.traits().linksJson();
            case METADATA -> details.traits().metadataJson();
        };
    }

    /** Details with this field of others. */
    FlagDetails take(FlagDetails to, FlagDetails from) {
        return switch (this) {
            case NAME -> to.withTexts(from.name(), to.description(), to.owner());
            case DESCRIPTION -> to.withTexts(to.name(), from.description(), to.owner());
            case OWNER -> to.withTexts(to.name(), to.description(), from.owner());
            case KIND -> to.withLabels(from.kind(), to.tags(), to.serverOnly());
            case TAGS -> to.withLabels(to.kind(), from.tags(), to.serverOnly());
            case SERVER_ONLY -> to.withLabels(to.kind(), to.tags(), from.serverOnly());
            case STALE -> to.withTraits(to.traits().withStale(from.traits().stale()));
            case LINKS -> to.withTraits(to.traits().withLinks(from.traits().links()));
            case METADATA ->
                to.withTraits(to.traits().withMetadata(from.traits().metadata()));
        };
    }
}
