package dev.jackstaff.admin.details;

/** The form of a new variant. */
public class VariantForm {
    private String variantKey = "";
    private String variantValue = "";
    private String variantDescription = "";

    /** The field of this form for the member of a variant that a refusal names, such as {@code variants[2].value}. */
    String field(String member) {
        return switch (member.substring(member.lastIndexOf('.') + 1)) {
            case "key" -> "variantKey";
            case "value" -> "variantValue";
            default -> "variantDescription";
        };
    }

    public String getVariantKey() {
        return variantKey;
    }

    public void setVariantKey(String variantKey) {
        this.variantKey = variantKey;
    }

    public String getVariantValue() {
        return variantValue;
    }

    public void setVariantValue(String variantValue) {
        this.variantValue = variantValue.replace("\r\n", "\n");
    }

    public String getVariantDescription() {
        return variantDescription;
    }

    public void setVariantDescription(String variantDescription) {
        this.variantDescription = variantDescription;
    }
}
