package dev.jackstaff.edge.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** A connection to Redis, opened by the first call and closed on any failure, so that the next call opens a new one. */
final class RedisConnection implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RedisConnection.class.getName());

    private final RedisSettings address;
    private @Nullable Jedis connection;

    RedisConnection(RedisSettings address) {
        this.address = address;
    }

    /** A command or script for Redis. */
    @FunctionalInterface
    interface RedisCall<T> {
        T apply(Jedis redis);
    }

    /** A script of this package, which runs in Redis. */
    static byte[] script(String name) {
        try (InputStream file = Objects.requireNonNull(RedisConnection.class.getResourceAsStream(name), name)) {
            return file.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * The result of a call.
     *
     * @throws JedisException if Redis fails
     */
    <T> T call(RedisCall<T> redisCall) {
        try {
            Jedis open = connection == null ? new Jedis(address.hostAndPort(), address.clientConfig()) : connection;
            connection = open;
            return redisCall.apply(open);
        } catch (JedisException failed) {
            close();
            throw failed;
        }
    }

    /**
     * The number that a script returns.
     *
     * @throws JedisException if Redis fails
     */
    long evaluate(byte[] script, List<byte[]> keys, List<byte[]> arguments) {
        return call(redis -> (Long) redis.eval(script, keys, arguments));
    }

    @Override
    public void close() {
        Optional.ofNullable(connection).ifPresent(open -> {
            try {
                open.close();
            } catch (JedisException alreadyBroken) {
                LOG.log(Level.FINE, "The Redis connection was already broken.", alreadyBroken);
            }
        });
        connection = null;
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
