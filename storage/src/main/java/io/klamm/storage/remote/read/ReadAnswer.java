package io.klamm.storage.remote.read;

import io.klamm.storage.remote.RemoteAnswer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer to a remote read: in one piece, or as a stream. */
public sealed interface ReadAnswer {

    /** In one piece: samples, or what went wrong. */
    record Whole(RemoteAnswer answer) implements ReadAnswer {}

    /** A stream of chunks, status 200. */
    record Streamed(Map<String, String> headers, Frames frames) implements ReadAnswer {
        public Streamed {
            headers = Map.copyOf(headers);
        }
    }

    /** The pieces of a stream, made one by one as they are asked for. For one thread at a time; to be closed, also when nobody wants the rest. */
    interface Frames extends AutoCloseable {

        /**
         * The next piece; null at the end.
         *
         * @throws io.klamm.storage.StorageException if the store fails: the connection is then to be broken, so that the answer is not taken for whole
         */
        byte @Nullable [] next();

        @Override
        void close();
    }
}
