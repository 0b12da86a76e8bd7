package dev.jackstaff.engine.condition;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An immutable, compact set of many texts: a byte array of characters, indexed by a hash table with open addressing. It
 * takes two thirds of the memory of an array of strings, and a lookup costs two memory accesses. Unpaired surrogates
 * are supported. Iterates in insertion order.
 */
public final class TextSet extends AbstractSet<String> {
    /** The minimum number of texts for a compact set; fewer stay strings. */
    private static final int MIN_SIZE = 100;

    /** The maximum distance of a text from its slot. With a million texts, random hashes stay far below it. */
    private static final int MAX_PROBE_DISTANCE = 256;

    private static final int MAX_BYTES = Integer.MAX_VALUE - 8;
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());
    private static final VarHandle CHARS = MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.nativeOrder());
    private static final int HEAD_BYTES = Integer.BYTES;
    private static final long EMPTY = 0;

    /**
     * The texts. Each has an int head, twice its length plus 1 if its characters take two bytes each, followed by its
     * characters.
     */
    private final byte[] texts;

    /**
     * The hash table. An entry has a text's hash in the upper half, and the offset of its characters in the lower. At
     * least half of the entries are free.
     */
    private final long[] table;

    private final int size;

    private TextSet(byte[] texts, long[] table, int size) {
        this.texts = texts;
        this.table = table;
        this.size = size;
    }

    /**
     * An immutable set of the given texts. It is no {@code TextSet} if there are few, or if too many have colliding
     * hashes, which would make lookups slow.
     */
    public static Set<String> of(Collection<String> texts) {
        if (texts instanceof TextSet same) {
            return same;
        }
        TextSet compact = texts.size() < MIN_SIZE ? null : Builder.tryBuild(texts);
        return compact != null ? compact : Collections.unmodifiableSet(new LinkedHashSet<>(texts));
    }

    @Override
    public boolean contains(@Nullable Object candidate) {
        return candidate instanceof String text && contains(text, 0, text.length(), text.hashCode());
    }

    /**
     * Whether a part of a text is in this set.
     *
     * @param hash the part's {@link String#hashCode()}
     */
    boolean contains(String whole, int start, int length, int hash) {
        return table[indexOf(whole, start, length, hash)] != EMPTY;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Iterator<String> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < texts.length;
            }

            @Override
            public String next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                int characters = next + HEAD_BYTES;
                next = characters + lengthInBytes(texts, characters);
                return textAt(texts, characters);
            }
        };
    }

    /** The index of a part of a text in the table, or the free index where it would be. */
    private int indexOf(String whole, int start, int length, int hash) {
        int mask = table.length - 1;
        int index = mix(hash) & mask;
        while (table[index] != EMPTY
                && !((int) (table[index] >>> Integer.SIZE) == hash
                        && matchesAt((int) table[index], whole, start, length))) {
            index = (index + 1) & mask;
        }
        return index;
    }

    /** The finalizer of MurmurHash3, which spreads the hashes of similar texts. */
    private static int mix(int hash) {
        int h = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        h = (h ^ (h >>> 13)) * 0xc2b2ae35;
        return h ^ (h >>> 16);
    }

    private boolean matchesAt(int characters, String whole, int start, int length) {
        int head = (int) INTS.get(texts, characters - HEAD_BYTES);
        if (head >>> 1 != length) {
            return false;
        }
        boolean wide = (head & 1) != 0;
        for (int i = 0; i < length; i++) {
            char stored = wide ? wideChar(texts, characters, i) : (char) (texts[characters + i] & 0xff);
            if (whole.charAt(start + i) != stored) {
                return false;
            }
        }
        return true;
    }

    private static char wideChar(byte[] texts, int characters, int index) {
        return (char) CHARS.get(texts, characters + Character.BYTES * index);
    }

    private static int lengthInBytes(byte[] texts, int characters) {
        int head = (int) INTS.get(texts, characters - HEAD_BYTES);
        return (head >>> 1) << (head & 1);
    }

    private static String textAt(byte[] texts, int characters) {
        int head = (int) INTS.get(texts, characters - HEAD_BYTES);
        if ((head & 1) == 0) {
            return new String(texts, characters, head >>> 1, StandardCharsets.ISO_8859_1);
        }
        char[] chars = new char[head >>> 1];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = wideChar(texts, characters, i);
        }
        return new String(chars);
    }

    private static boolean isWide(String text) {
        return text.chars().anyMatch(c -> c > 0xff);
    }

    /** A builder of compact text sets. */
    private static final class Builder {
        private final byte[] texts;
        private final long[] table;
        /** A view of the texts added so far. */
        private final TextSet view;

        private int end;
        private int size;

        private Builder(int bytes, int tableLength) {
            texts = new byte[bytes];
            table = new long[tableLength];
            view = new TextSet(texts, table, 0);
        }

        /** The compact set of the given texts; null if they are too large or their hashes collide too often. */
        static @Nullable TextSet tryBuild(Collection<String> texts) {
            long bytes = 0;
            for (String text : texts) {
                bytes += HEAD_BYTES + ((long) text.length() << (isWide(text) ? 1 : 0));
            }
            if (bytes > MAX_BYTES) {
                return null;
            }
            Builder builder = new Builder((int) bytes, Integer.highestOneBit(texts.size()) << 2);
            for (String text : texts) {
                if (!builder.add(text)) {
                    return null;
                }
            }
            return builder.build();
        }

        /** Adds a text if absent; returns false if it lies too far from its slot. */
        boolean add(String text) {
            int index = view.indexOf(text, 0, text.length(), text.hashCode());
            if (table[index] == EMPTY) {
                table[index] = ((long) text.hashCode() << Integer.SIZE) | (end + HEAD_BYTES);
                write(text);
                size++;
            }
            return ((index - mix(text.hashCode())) & (table.length - 1)) <= MAX_PROBE_DISTANCE;
        }

        private void write(String text) {
            boolean wide = isWide(text);
            INTS.set(texts, end, text.length() << 1 | (wide ? 1 : 0));
            end += HEAD_BYTES;
            for (int i = 0; i < text.length(); i++) {
                if (wide) {
                    CHARS.set(texts, end + Character.BYTES * i, text.charAt(i));
                } else {
                    texts[end + i] = (byte) text.charAt(i);
                }
            }
            end += text.length() << (wide ? 1 : 0);
        }

        TextSet build() {
            return new TextSet(end == texts.length ? texts : Arrays.copyOf(texts, end), table, size);
        }
    }
}
