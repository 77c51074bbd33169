package io.klamm.collector.zookeeper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.zookeeper.AddWatchMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.client.ZKClientConfig;
import org.jspecify.annotations.Nullable;

/** One session with the servers: reads many nodes at a time. For one thread. */
final class Session {

    /** Requests on their way. */
    private static final int WINDOW = 500;

    /** The client's own limit is 1 MB: the names of some 30,000 groups. */
    private static final int LARGEST_ANSWER = 16 << 20;

    private final ZooKeeper client;
    private final Duration answerLimit;

    private Session(ZooKeeper client, Duration answerLimit) {
        this.client = client;
        this.answerLimit = answerLimit;
    }

    /** Begins to connect. @throws SessionLostException when the settings are such that it cannot */
    static Session begin(ZooKeeperConfig config, Watcher watcher) throws SessionLostException {
        ZKClientConfig settings = new ZKClientConfig();
        settings.setProperty(ZKClientConfig.JUTE_MAXBUFFER, String.valueOf(LARGEST_ANSWER));
        try {
            int timeout = (int) config.sessionTimeout().toMillis();
            ZooKeeper client = new ZooKeeper(config.servers(), timeout, watcher, settings);
            config.login()
                    .ifPresent(
                            login -> client.addAuthInfo("digest", login.reveal().getBytes(StandardCharsets.UTF_8)));
            return new Session(client, config.sessionTimeout().multipliedBy(2));
        } catch (IOException | IllegalArgumentException e) {
            throw new SessionLostException(e.getClass().getSimpleName(), String.valueOf(e.getMessage()));
        }
    }

    /** Whether the servers will tell of every change below the path from now on; those before 3.6 do not know how. */
    boolean watch(String path, Watcher watcher) throws SessionLostException, InterruptedException {
        try {
            client.addWatch(path, watcher, AddWatchMode.PERSISTENT_RECURSIVE);
            return true;
        } catch (KeeperException e) {
            if (e.code() == Code.UNIMPLEMENTED) {
                return false;
            }
            throw lost(e);
        }
    }

    /** The names of the nodes in each of the folders, in their order. */
    List<Answer<List<String>>> children(List<String> folders) throws SessionLostException, InterruptedException {
        return all(folders, this::children);
    }

    /** The contents of each of the nodes, in their order. */
    List<Answer<NodeData>> data(List<String> nodes) throws SessionLostException, InterruptedException {
        return all(nodes, this::data);
    }

    private CompletableFuture<Answer<List<String>>> children(String folder) {
        CompletableFuture<Answer<List<String>>> answer = new CompletableFuture<>();
        client.getChildren(
                folder,
                false,
                (code, path, context, children) -> complete(answer, code, path, () -> List.copyOf(children)),
                null);
        return answer;
    }

    private CompletableFuture<Answer<NodeData>> data(String node) {
        CompletableFuture<Answer<NodeData>> answer = new CompletableFuture<>();
        client.getData(
                node,
                false,
                (code, path, context, data, stat) -> complete(answer, code, path, () -> {
                    byte[] bytes = data == null ? new byte[0] : data;
                    return NodeData.of(bytes, stat.getMzxid(), stat.getMtime());
                }),
                null);
        return answer;
    }

    private static <T> void complete(
            CompletableFuture<Answer<T>> answer, int code, @Nullable String path, Supplier<T> value) {
        Code kind = Code.get(code);
        if (kind == Code.OK) {
            answer.complete(new Answer.Found<>(value.get()));
        } else if (kind == Code.NONODE) {
            answer.complete(new Answer.Absent<>());
        } else if (kind == Code.NOAUTH) {
            answer.complete(new Answer.Denied<>());
        } else {
            answer.completeExceptionally(KeeperException.create(kind, path));
        }
    }

    private <T> List<Answer<T>> all(List<String> paths, Function<String, CompletableFuture<Answer<T>>> question)
            throws SessionLostException, InterruptedException {
        List<Answer<T>> answers = new ArrayList<>();
        for (int from = 0; from < paths.size(); from += WINDOW) {
            List<CompletableFuture<Answer<T>>> asked = new ArrayList<>();
            paths.subList(from, Math.min(paths.size(), from + WINDOW)).forEach(path -> asked.add(question.apply(path)));
            for (CompletableFuture<Answer<T>> answer : asked) {
                answers.add(await(answer));
            }
        }
        return answers;
    }

    private <T> Answer<T> await(CompletableFuture<Answer<T>> answer) throws SessionLostException, InterruptedException {
        try {
            return answer.get(answerLimit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw lost(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw lost(e);
        }
    }

    private static SessionLostException lost(Throwable error) {
        return new SessionLostException(
                error instanceof KeeperException keeper
                        ? keeper.code().name()
                        : error.getClass().getSimpleName(),
                error.getMessage() == null ? "no answer" : error.getMessage());
    }

    long id() {
        return client.getSessionId();
    }

    byte[] password() {
        return client.getSessionPasswd();
    }

    /** Ends the session; the servers are told, if they answer. */
    void end() throws InterruptedException {
        client.close();
    }
}
