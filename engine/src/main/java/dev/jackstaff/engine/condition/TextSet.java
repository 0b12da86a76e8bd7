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
    private static final int MANY = 100;

    /** The maximum distance of a text from its slot. With a million texts, random hashes stay far below it. */
    private static final int LONGEST_RUN = 256;

    private static final int MOST_BYTES = Integer.MAX_VALUE - 8;
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());
    private static final VarHandle CHARS = MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.nativeOrder());
    private static final int HEAD = Integer.BYTES;
    private static final long FREE = 0;

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
        TextSet compact = texts.size() < MANY ? null : Builder.tryBuild(texts);
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
        return table[placeOf(whole, start, length, hash)] != FREE;
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
                int characters = next + HEAD;
                next = characters + bytesAt(texts, characters);
                return textAt(texts, characters);
            }
        };
    }

    /** The index of a part of a text in the table, or the free index where it would be. */
    private int placeOf(String whole, int start, int length, int hash) {
        int last = table.length - 1;
        int place = mixed(hash) & last;
        while (table[place] != FREE
                && !((int) (table[place] >>> Integer.SIZE) == hash && isAt((int) table[place], whole, start, length))) {
            place = (place + 1) & last;
        }
        return place;
    }

    /** The finalizer of MurmurHash3, which spreads the hashes of similar texts. */
    private static int mixed(int hash) {
        int h = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        h = (h ^ (h >>> 13)) * 0xc2b2ae35;
        return h ^ (h >>> 16);
    }

    private boolean isAt(int characters, String whole, int start, int length) {
        int head = (int) INTS.get(texts, characters - HEAD);
        if (head >>> 1 != length) {
            return false;
        }
        boolean wide = (head & 1) != 0;
        for (int i = 0; i < length; i++) {
            char known = wide ? wideChar(texts, characters, i) : (char) (texts[characters + i] & 0xff);
            if (whole.charAt(start + i) != known) {
                return false;
            }
        }
        return true;
    }

    private static char wideChar(byte[] texts, int characters, int index) {
        return (char) CHARS.get(texts, characters + Character.BYTES * index);
    }

    private static int bytesAt(byte[] texts, int characters) {
        int head = (int) INTS.get(texts, characters - HEAD);
        return (head >>> 1) << (head & 1);
    }

    private static String textAt(byte[] texts, int characters) {
        int head = (int) INTS.get(texts, characters - HEAD);
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
        private final TextSet filled;

        private int end;
        private int size;

        private Builder(int bytes, int places) {
            texts = new byte[bytes];
            table = new long[places];
            filled = new TextSet(texts, table, 0);
        }

        /** The compact set of the given texts; null if they are too large or their hashes collide too often. */
        static @Nullable TextSet tryBuild(Collection<String> texts) {
            long bytes = 0;
            for (String text : texts) {
                bytes += HEAD + ((long) text.length() << (isWide(text) ? 1 : 0));
            }
            if (bytes > MOST_BYTES) {
                return null;
            }
            Builder filling = new Builder((int) bytes, Integer.highestOneBit(texts.size()) << 2);
            for (String text : texts) {
                if (!filling.add(text)) {
                    return null;
                }
            }
            return filling.build();
        }

        /** Adds a text if absent; returns false if it lies too far from its slot. */
        boolean add(String text) {
            int place = filled.placeOf(text, 0, text.length(), text.hashCode());
            if (table[place] == FREE) {
                table[place] = ((long) text.hashCode() << Integer.SIZE) | (end + HEAD);
                write(text);
                size++;
            }
            return ((place - mixed(text.hashCode())) & (table.length - 1)) <= LONGEST_RUN;
        }

        private void write(String text) {
            boolean wide = isWide(text);
            INTS.set(texts, end, text.length() << 1 | (wide ? 1 : 0));
            end += HEAD;
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
