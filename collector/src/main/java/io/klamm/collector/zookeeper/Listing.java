package io.klamm.collector.zookeeper;

import io.klamm.collector.zookeeper.ConsumerNode.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds all nodes of all groups, level by level, so that a level costs as many requests as it has folders and no waiting between them. */
final class Listing {

    private static final Logger log = LoggerFactory.getLogger(Listing.class);

    private final Session session;
    private final String consumers;
    private final Predicate<String> groups;
    private final SourceRecord record;

    Listing(Session session, String consumers, Predicate<String> groups, SourceRecord record) {
        this.session = session;
        this.consumers = consumers;
        this.groups = groups;
        this.record = record;
    }

    /** A folder of topics: what nodes below it say, and of which group. */
    private record Topics(Kind kind, String group) {

        String path(String consumers) {
            return consumers + "/" + group + "/" + kind.folder();
        }
    }

    /** A folder of partitions. */
    private record Partitions(Topics topics, String topic) {

        String path(String consumers) {
            return topics.path(consumers) + "/" + topic;
        }
    }

    /** All nodes that there are now, this many at most; those left out are counted. */
    List<ConsumerNode> nodes(int atMost) throws SessionLostException, InterruptedException {
        List<Topics> folders = new ArrayList<>();
        for (String group : names(session.children(List.of(consumers)).get(0))) {
            if (groups.test(group)) {
                folders.add(new Topics(Kind.OFFSET, group));
                folders.add(new Topics(Kind.OWNER, group));
            }
        }
        log.debug("{} groups below {}", folders.size() / 2, consumers);
        record.listing(folders.size() / 2);
        return nodes(partitions(folders), atMost);
    }

    private List<Partitions> partitions(List<Topics> folders) throws SessionLostException, InterruptedException {
        List<Partitions> partitions = new ArrayList<>();
        List<Answer<List<String>>> answers = session.children(
                folders.stream().map(folder -> folder.path(consumers)).toList());
        for (int i = 0; i < folders.size(); i++) {
            for (String topic : names(answers.get(i))) {
                partitions.add(new Partitions(folders.get(i), topic));
            }
        }
        return partitions;
    }

    private List<ConsumerNode> nodes(List<Partitions> folders, int atMost)
            throws SessionLostException, InterruptedException {
        List<ConsumerNode> nodes = new ArrayList<>();
        List<Answer<List<String>>> answers = session.children(
                folders.stream().map(folder -> folder.path(consumers)).toList());
        for (int i = 0; i < folders.size(); i++) {
            String folder = folders.get(i).path(consumers);
            for (String partition : names(answers.get(i))) {
                ConsumerNode.parse(consumers, folder + "/" + partition).ifPresentOrElse(nodes::add, record::badNode);
            }
        }
        if (nodes.size() > atMost) {
            record.leftOut(nodes.size() - atMost);
            return nodes.subList(0, atMost);
        }
        return nodes;
    }

    private List<String> names(Answer<List<String>> answer) {
        if (answer instanceof Answer.Found<List<String>> found) {
            return found.value();
        }
        if (answer instanceof Answer.Denied<List<String>>) {
            record.denied();
        }
        return List.of();
    }
}
