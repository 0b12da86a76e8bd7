package dev.jackstaff.cli.command;

import dev.jackstaff.cli.terminal.InvalidArgumentException;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/** The key of a flag, a project or an environment as an argument. Others name nothing, and could change an address. */
public final class KeyArgument implements ITypeConverter<String> {
    private static final Pattern KEY = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._~-]{1,100}");

    @Override
    public String convert(String text) {
        if (!KEY.matcher(text).matches()) {
            throw new InvalidArgumentException(
                    "is " + ArgumentConverters.quoted(text)
                            + ", but no flag, project or environment has such a key: keys are 1 to 100 letters, digits and . _ ~ -");
        }
        return text;
    }
}
