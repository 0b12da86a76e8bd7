package dev.jackstaff.domain.access.control;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * PBKDF2 (RFC 8018, section 5.2) with HMAC-SHA-512 (RFC 2104, FIPS 180-4), for the first block of 64 bytes. It computes
 * the two states of the key once and not in each iteration, and works on words in place. That takes half of the time
 * that the JDK's implementation takes, and a third where code is compiled without the optimizing compiler, so that the
 * number of iterations need not be lower.
 */
final class Pbkdf2Sha512 {
    private static final int BLOCK_BYTES = 128;
    private static final int BLOCK_WORDS = 16;
    private static final int STATE_WORDS = 8;
    private static final int ROUNDS = 80;
    private static final int LENGTH_WORD = BLOCK_WORDS - 1;
    private static final long END_MARK = 0x8000000000000000L;

    /** The length of a message of one block of the key and one digest, in bits. */
    private static final long DIGEST_MESSAGE_BITS = (BLOCK_BYTES + Long.BYTES * STATE_WORDS) * 8L;

    private static final int INNER = 0x36;
    private static final int OUTER = 0x5c;

    /** The longest salt that fits into one block, with its number and the end of the message. */
    private static final int MAX_SALT = BLOCK_BYTES - Integer.BYTES - 1 - 2 * Long.BYTES;

    /** FIPS 180-4, section 5.3.5: square roots of the first primes. */
    private static final long[] INITIAL = new long[STATE_WORDS];

    /** FIPS 180-4, section 4.2.3: cube roots of the first primes. */
    private static final long[] CONSTANTS = new long[ROUNDS];

    static {
        int prime = 2;
        for (int i = 0; i < ROUNDS; i++) {
            if (i < STATE_WORDS) {
                INITIAL[i] = fractionOfRoot(prime, 2);
            }
            CONSTANTS[i] = fractionOfRoot(prime, 3);
            prime = BigInteger.valueOf(prime).nextProbablePrime().intValueExact();
        }
    }

    private final long[] inner;
    private final long[] outer;
    private final long[] schedule = new long[ROUNDS];

    private Pbkdf2Sha512(byte[] key) {
        byte[] block = key.length > BLOCK_BYTES ? digest(key) : key;
        inner = keyState(block, INNER);
        outer = keyState(block, OUTER);
    }

    /**
     * The key derived from a password.
     *
     * @param salt at most {@value #MAX_SALT} bytes
     * @return 64 bytes
     */
    static byte[] derive(byte[] password, byte[] salt, int iterations) {
        if (salt.length > MAX_SALT || iterations < 1) {
            throw new IllegalArgumentException("a salt has at most " + MAX_SALT + " bytes, and one iteration is least");
        }
        return new Pbkdf2Sha512(password).derive(salt, iterations);
    }

    private byte[] derive(byte[] salt, int iterations) {
        byte[] message = new byte[BLOCK_BYTES];
        ByteBuffer.wrap(message).put(salt).putInt(1).put((byte) (END_MARK >>> 56));
        ByteBuffer.wrap(message).asLongBuffer().get(schedule, 0, BLOCK_WORDS);
        schedule[LENGTH_WORD] = (BLOCK_BYTES + salt.length + Integer.BYTES) * 8L;
        long[] state = inner.clone();
        compress(state);
        hashDigest(outer, state);
        long[] derived = state.clone();
        for (int i = 1; i < iterations; i++) {
            hashDigest(inner, state);
            hashDigest(outer, state);
            for (int word = 0; word < STATE_WORDS; word++) {
                derived[word] ^= state[word];
            }
        }
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * STATE_WORDS);
        bytes.asLongBuffer().put(derived);
        return bytes.array();
    }

    private long[] keyState(byte[] key, int padding) {
        byte[] block = Arrays.copyOf(key, BLOCK_BYTES);
        for (int i = 0; i < BLOCK_BYTES; i++) {
            block[i] ^= (byte) padding;
        }
        ByteBuffer.wrap(block).asLongBuffer().get(schedule, 0, BLOCK_WORDS);
        long[] state = INITIAL.clone();
        compress(state);
        return state;
    }

    /** Replaces a digest by that of a key's block followed by it. */
    private void hashDigest(long[] keyState, long[] digest) {
        System.arraycopy(digest, 0, schedule, 0, STATE_WORDS);
        schedule[STATE_WORDS] = END_MARK;
        Arrays.fill(schedule, STATE_WORDS + 1, LENGTH_WORD, 0);
        schedule[LENGTH_WORD] = DIGEST_MESSAGE_BITS;
        System.arraycopy(keyState, 0, digest, 0, STATE_WORDS);
        compress(digest);
    }

    /** FIPS 180-4, section 6.4.2, for the block at the beginning of the schedule. */
    private void compress(long[] state) {
        long[] w = schedule;
        for (int t = BLOCK_WORDS; t < ROUNDS; t++) {
            long x = w[t - 15];
            long y = w[t - 2];
            w[t] = w[t - 16]
                    + w[t - 7]
                    + (Long.rotateRight(x, 1) ^ Long.rotateRight(x, 8) ^ (x >>> 7))
                    + (Long.rotateRight(y, 19) ^ Long.rotateRight(y, 61) ^ (y >>> 6));
        }
        long a = state[0];
        long b = state[1];
        long c = state[2];
        long d = state[3];
        long e = state[4];
        long f = state[5];
        long g = state[6];
        long h = state[7];
        for (int t = 0; t < ROUNDS; t++) {
            long first = h
                    + (Long.rotateRight(e, 14) ^ Long.rotateRight(e, 18) ^ Long.rotateRight(e, 41))
                    + (g ^ (e & (f ^ g)))
                    + CONSTANTS[t]
                    + w[t];
            long second = (Long.rotateRight(a, 28) ^ Long.rotateRight(a, 34) ^ Long.rotateRight(a, 39))
                    + ((a & b) | (c & (a | b)));
            h = g;
            g = f;
            f = e;
            e = d + first;
            d = c;
            c = b;
            b = a;
            a = first + second;
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }

    private static byte[] digest(byte[] key) {
        try {
            return MessageDigest.getInstance("SHA-512").digest(key);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-512", impossible);
        }
    }

    /** The first 64 bits of the fractional part of a root. */
    private static long fractionOfRoot(int number, int degree) {
        BigInteger radicand = BigInteger.valueOf(number).shiftLeft(Long.SIZE * degree);
        BigInteger below = BigInteger.ZERO;
        BigInteger above = BigInteger.valueOf(number).shiftLeft(Long.SIZE);
        while (above.subtract(below).compareTo(BigInteger.ONE) > 0) {
            BigInteger middle = below.add(above).shiftRight(1);
            if (middle.pow(degree).compareTo(radicand) <= 0) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return below.longValue();
    }
}
