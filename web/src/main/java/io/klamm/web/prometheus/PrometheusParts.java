package io.klamm.web.prometheus;

import io.klamm.promql.engine.Engine;
import io.klamm.storage.Queryable;
import io.klamm.storage.remote.RemoteAnswer;
import io.klamm.storage.remote.RemoteCall;
import io.klamm.storage.remote.read.ReadAnswer;
import java.util.Optional;

/**
 * Everything that the API answers from.
 *
 * @param store for labels, series and federation
 * @param metadata what is known of metrics beside what targets say
 * @param write takes remote writes
 * @param read answers remote reads
 * @param push takes what is pushed, as the Pushgateway does, below {@code /metrics}
 * @param actions empty where changing the store by HTTP is not allowed
 */
public record PrometheusParts(
        Engine engine,
        Queryable store,
        Targets targets,
        MetadataView metadata,
        ServerFacts facts,
        Write write,
        Read read,
        Optional<Push> push,
        Optional<StoreActions> actions) {

    /** Takes a remote write. */
    public interface Write {
        RemoteAnswer receive(RemoteCall call);
    }

    /** Answers a remote read. */
    public interface Read {
        ReadAnswer read(RemoteCall call);
    }

    /** Answers what is pushed. */
    public interface Push {

        /**
         * Takes a push.
         *
         * @param method {@code PUT}, {@code POST} or {@code DELETE}
         * @param path {@code /metrics/job/...} as it was sent, without the query
         */
        RemoteAnswer answer(String method, String path, RemoteCall call);
    }
}
