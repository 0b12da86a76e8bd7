package dev.jackstaff.edge.upstream.grid;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.HazelcastSerializationException;
import com.hazelcast.nio.serialization.StreamSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects as Payara Server has the members of its data grid write them: the application that an object belongs to, or null, and
 * the object, each a stream of Java's. What reaches an edge in this form are the errors with which a hub answers, as that a
 * partition has moved. Hazelcast waits for an answer that it cannot read until the call's time is over, instead of asking again at
 * once, so this never fails: what cannot be read is an error too.
 */
final class PayaraObjectSerializer implements StreamSerializer<Object> {
    /** The number of Payara Server's serializer. */
    private static final int TYPE_ID = 1;

    private static final ObjectInputFilter CLASS_FILTER = ObjectInputFilter.Config.createFilter(
            "maxdepth=50;maxrefs=100000;maxarray=100000;com.hazelcast.**;java.base/*;!*");

    @Override
    public int getTypeId() {
        return TYPE_ID;
    }

    @Override
    public void write(ObjectDataOutput out, Object object) {
        throw new HazelcastSerializationException(object.getClass() + " is nothing that an edge writes");
    }

    @Override
    public Object read(ObjectDataInput in) {
        try {
            readObject(in);
            Object object = readObject(in);
            return object == null ? new HazelcastSerializationException("the hub has answered nothing") : object;
        } catch (IOException | ClassNotFoundException | RuntimeException unreadable) {
            return new HazelcastSerializationException("the hub has answered what cannot be read here", unreadable);
        }
    }

    /** Hazelcast's inputs are streams of Java's at the same time. */
    private static @Nullable Object readObject(ObjectDataInput in) throws IOException, ClassNotFoundException {
        ObjectInputStream stream = new ClassLoaderObjectInputStream((InputStream) in, in.getClassLoader());
        stream.setObjectInputFilter(CLASS_FILTER);
        return stream.readObject();
    }

    private static final class ClassLoaderObjectInputStream extends ObjectInputStream {
        private final @Nullable ClassLoader classes;

        ClassLoaderObjectInputStream(InputStream in, @Nullable ClassLoader classes) throws IOException {
            super(in);
            this.classes = classes;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(description.getName(), false, classes);
            } catch (ClassNotFoundException elsewhere) {
                return super.resolveClass(description);
            }
        }
    }
}
