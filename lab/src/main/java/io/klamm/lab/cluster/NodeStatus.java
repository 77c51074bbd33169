package io.klamm.lab.cluster;

import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * One node as its process shows it.
 *
 * @param pid empty while the node is down
 * @param rssBytes memory in use; empty while the node is down, and where the system does not tell
 * @param log what the node says
 */
public record NodeStatus(Node node, NodeState state, OptionalLong pid, OptionalLong rssBytes, Path log) {}
