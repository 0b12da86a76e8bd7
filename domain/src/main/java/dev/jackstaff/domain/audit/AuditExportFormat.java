package dev.jackstaff.domain.audit;

import dev.jackstaff.domain.Labels;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The format of an export of the audit trail. */
public enum AuditExportFormat {
    /** The canonical form of the entry, with its seal as a last member. */
    JSONL {
        @Override
        public String header() {
            return "";
        }

        @Override
        public String line(AuditEntryView entry, Seal seal) {
            String text = AuditText.of(entry);
            return text.substring(0, text.length() - 1) + ",\"seal\":"
                    + new AuditJson()
                            .number("sequence", seal.sequence())
                            .text("digest", seal.digest())
                            .text("previous", seal.previous())
                            .text("hash", seal.hash())
                            .text("key", seal.key())
                            .text("sealedAt", seal.sealedAt().toString())
                            .toJson()
                    + "}\n";
        }
    },
    /** Values separated by commas (RFC 4180). */
    CSV {
        @Override
        public String header() {
            return "sequence,id,at,actor,actorKind,onBehalfOf,channel,address,requestId,changeId,action,resource,key,project,"
                    + "environment,reason,ticket,instructions,before,after,hash\r\n";
        }

        @Override
        public String line(AuditEntryView entry, Seal seal) {
            return String.join(
                            ",",
                            Long.toString(seal.sequence()),
                            Long.toString(entry.id()),
                            entry.at().toString(),
                            field(entry.actor()),
                            field(entry.actorKind()),
                            field(entry.onBehalfOf()),
                            field(entry.channel()),
                            field(entry.address()),
                            field(entry.requestId()),
                            Long.toString(entry.changeId()),
                            field(entry.action()),
                            field(entry.resource()),
                            field(entry.key()),
                            field(entry.project()),
                            field(entry.environment()),
                            field(entry.reason()),
                            field(entry.ticket()),
                            field(entry.instructions()),
                            field(entry.before()),
                            field(entry.after()),
                            seal.hash())
                    + "\r\n";
        }
    };

    public static final Labels<AuditExportFormat> LABELS = Labels.of(values(), AuditExportFormat::label);

    /** Begins a field that a spreadsheet would take for a formula. */
    private static final String FORMULA = "=+-@\t\r";

    /** The first line; empty for none. */
    public abstract String header();

    /** An entry, with the end of its line. */
    public abstract String line(AuditEntryView entry, Seal seal);

    /** The name in the API: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A field in quotes; one that a spreadsheet would calculate begins with an apostrophe. */
    static String field(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        String safe = FORMULA.indexOf(value.charAt(0)) < 0 ? value : "'" + value;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
