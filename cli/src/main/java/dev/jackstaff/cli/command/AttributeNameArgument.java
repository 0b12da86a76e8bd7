package dev.jackstaff.cli.command;

import dev.jackstaff.cli.terminal.InvalidArgumentException;
import picocli.CommandLine.ITypeConverter;

/** The name of an attribute as an argument. Others name nothing, and could change an address. */
public final class AttributeNameArgument implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
        boolean steps = text.equals(".") || text.equals("..");
        if (text.isBlank() || steps || text.codePoints().anyMatch(c -> c == '/' || c == '\\')) {
            throw new InvalidArgumentException("is " + ArgumentConverters.quoted(text)
                    + ", but no attribute has such a name: names have no / and no \\");
        }
        return text;
    }
}
