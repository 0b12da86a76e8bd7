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
 * The reader of objects in Payara Server's serialization format. Hubs send their errors in it. It never throws, because
 * Hazelcast would wait for the call's timeout instead of repeating the call at once: an unreadable object is read as an
 * error.
 */
final class PayaraObjectSerializer implements StreamSerializer<Object> {
    /** The type id of Payara Server's serializer. */
    private static final int TYPE_ID = 1;

    private static final ObjectInputFilter CLASS_FILTER = ObjectInputFilter.Config.createFilter(
            "maxdepth=50;maxrefs=100000;maxarray=100000;com.hazelcast.**;java.base/*;!*");

    @Override
    public int getTypeId() {
        return TYPE_ID;
    }

    @Override
    public void write(ObjectDataOutput out, Object object) {
        throw new HazelcastSerializationException("edges do not write " + object.getClass() + " into the data grid");
    }

    @Override
    public Object read(ObjectDataInput in) {
        try {
            readObject(in);
            Object object = readObject(in);
            return object == null ? new HazelcastSerializationException("the hub answered null") : object;
        } catch (IOException | ClassNotFoundException | RuntimeException unreadable) {
            return new HazelcastSerializationException("the answer of the hub cannot be read here", unreadable);
        }
    }

    /** Reads one object. Hazelcast's inputs are InputStreams too. */
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
