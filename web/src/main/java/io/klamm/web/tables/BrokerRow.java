package io.klamm.web.tables;

import io.klamm.model.Broker;
import io.klamm.model.LogDir;
import java.util.List;
import java.util.OptionalLong;

/**
 * One broker and what it carries.
 *
 * @param leaders partitions that it leads
 * @param outOfSync replicas of it that are not in sync
 * @param sizeBytes sum of its replicas, empty when no log dir of it could be read
 */
public record BrokerRow(
        Broker broker,
        boolean controller,
        int leaders,
        int replicas,
        int outOfSync,
        OptionalLong sizeBytes,
        List<LogDir> logDirs) {}
