package dev.jackstaff.engine.bucketing;

/**
 * MurmurHash3 x86 32-bit by Austin Appleby (public domain), over the UTF-8 bytes of text, as an immutable state that
 * text is appended to. The prefix common to all subjects is hashed once; each subject then costs its own characters and
 * no allocation. Unpaired surrogates count as {@code ?}, as Java encodes them.
 */
public final class Murmur3 {
    private static final int C1 = 0xcc9e2d51;
    private static final int C2 = 0x1b873593;

    private final int hash;
    private final int pending;
    private final int length;

    private Murmur3(int hash, int pending, int length) {
        this.hash = hash;
        this.pending = pending;
        this.length = length;
    }

    public static Murmur3 seeded(int seed) {
        return new Murmur3(seed, 0, 0);
    }

    /** A hash state with the text appended. */
    public Murmur3 append(CharSequence text) {
        Run run = new Run(this);
        run.append(text);
        return new Murmur3(run.hash, run.pending, run.length);
    }

    /** The hash of everything appended and then this text, as an unsigned 32-bit number. */
    public int hash(CharSequence text) {
        Run run = new Run(this);
        run.append(text);
        return run.finish();
    }

    /** The mutable state of one pass. It never escapes, so that the JIT compiler can keep it in registers. */
    private static final class Run {
        private int hash;
        private int pending;
        private int length;

        Run(Murmur3 start) {
            hash = start.hash;
            pending = start.pending;
            length = start.length;
        }

        void append(CharSequence text) {
            int end = text.length();
            for (int i = 0; i < end; i++) {
                char c = text.charAt(i);
                if (c < 0x80) {
                    octet(c);
                } else if (c < 0x800) {
                    octet(0xc0 | (c >> 6));
                    octet(0x80 | (c & 0x3f));
                } else if (!Character.isSurrogate(c)) {
                    octet(0xe0 | (c >> 12));
                    octet(0x80 | ((c >> 6) & 0x3f));
                    octet(0x80 | (c & 0x3f));
                } else if (Character.isHighSurrogate(c)
                        && i + 1 < end
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    supplementary(Character.toCodePoint(c, text.charAt(++i)));
                } else {
                    octet('?');
                }
            }
        }

        private void supplementary(int codePoint) {
            octet(0xf0 | (codePoint >> 18));
            octet(0x80 | ((codePoint >> 12) & 0x3f));
            octet(0x80 | ((codePoint >> 6) & 0x3f));
            octet(0x80 | (codePoint & 0x3f));
        }

        private void octet(int octet) {
            int position = length & 3;
            pending |= octet << (position << 3);
            length++;
            if (position == 3) {
                hash = Integer.rotateLeft(hash ^ scramble(pending), 13) * 5 + 0xe6546b64;
                pending = 0;
            }
        }

        int finish() {
            int h = hash ^ scramble(pending) ^ length;
            h = (h ^ (h >>> 16)) * 0x85ebca6b;
            h = (h ^ (h >>> 13)) * 0xc2b2ae35;
            return h ^ (h >>> 16);
        }

        private static int scramble(int block) {
            return Integer.rotateLeft(block * C1, 15) * C2;
        }
    }
}
