package dev.jackstaff.cli.management;

import dev.jackstaff.cli.terminal.CommandFailedException;
import dev.jackstaff.cli.terminal.InvalidArgumentException;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonStructure;
import jakarta.json.stream.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that a command reads, as its name on the command line; {@code -} is standard input. */
record InputFile(String name) {
    /** All of it, UTF-8. */
    String text() {
        try {
            byte[] bytes = name.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(name));
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (NoSuchFileException e) {
            throw new CommandFailedException("There is no file " + name + ".", e);
        } catch (CharacterCodingException e) {
            throw new CommandFailedException(label() + " is not UTF-8 text.", e);
        } catch (IOException e) {
            throw new CommandFailedException(label() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The JSON object or array that it holds. */
    JsonStructure json() {
        String text = text();
        if (text.isBlank()) {
            throw new InvalidArgumentException(label() + " is empty");
        }
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            parser.next();
            if (parser.getValue() instanceof JsonStructure document && !parser.hasNext()) {
                return document;
            }
        } catch (JsonException e) {
            throw new InvalidArgumentException(label() + " is no JSON document: " + e.getMessage());
        }
        throw new InvalidArgumentException(label() + " must hold one JSON object or array");
    }

    private String label() {
        return name.equals("-") ? "standard input" : name;
    }
}
