// Generated from openapi.yaml by "npm run generate". Do not edit.
import type { Int64 } from '../lib/int64';

export interface paths {
    "/clusters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All clusters, with their sums and what is wrong with them */
        get: operations["listClusters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/{cluster}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One cluster */
        get: operations["getCluster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/{cluster}/brokers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Brokers with their replicas and disks, and the metadata quorum */
        get: operations["listBrokers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/{cluster}/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Topics, paged, sorted and searched on the server */
        get: operations["listTopics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/{cluster}/topics/{topic}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One topic with its partitions and the groups that read it */
        get: operations["getTopic"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/{cluster}/partitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Partitions of all topics, paged; with state, only those in trouble */
        get: operations["listPartitions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/{cluster}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups of all types, paged, sorted and searched on the server */
        get: operations["listGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/{cluster}/groups/{group}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One group with its members, its lag on every partition, and the verdict on it with all its evidence
         * @description The windows of commits and end offsets are given for the 50 partitions that are worst off, in at most 120 points each.
         */
        get: operations["getGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/{cluster}/groups/{group}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lag of one group over its window, a row a partition */
        get: operations["getGroupHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/{cluster}/lag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lag by group and partition, paged
         * @description A group or topic that does not exist is not found; one without commits is an empty page.
         */
        get: operations["listLag"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each component of this server says of itself */
        get: operations["getStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A line whenever there is something new, as server-sent events
         * @description One event named "snapshot" whenever a cluster has been read anew or has failed to be; its data is a SnapshotEvent. At once after connecting, one for each cluster. A comment line every 15 s keeps the connection open.
         */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alerts/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to alerts, oldest first */
        get: operations["listAlertEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alerts/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Alerts, grouped as they are told */
        get: operations["listAlertGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alerts/receivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is told, and how the deliveries fare */
        get: operations["listReceivers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alerts/receivers/{receiver}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends an example to a receiver at once */
        post: operations["testReceiver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alerts/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages that were given up */
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alerts/dead-letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forgets a message that was given up */
        delete: operations["dropDeadLetter"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alerts/dead-letters/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tries a message again that was given up */
        post: operations["retryDeadLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alerts/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The notifier's configuration, without secrets */
        get: operations["getAlertConfig"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rules/own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The one rule file that people change on the page */
        get: operations["getOwnRules"];
        /** Replaces that file */
        put: operations["saveOwnRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rules/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What is wrong with the text of a rule file */
        post: operations["checkRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rules/backtest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How often the alerting rules of a text would have fired on stored history, and when */
        post: operations["backtestRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Error: {
            /** @enum {string} */
            code: "bad_request" | "unauthorized" | "forbidden" | "not_found" | "not_ready" | "too_many_clients" | "conflict" | "internal";
            /** @description what: value (expected: ...) */
            message: string;
            /** @description what to do about it */
            hint?: string;
        };
        /**
         * @description starting = not read yet; ok = all was read; warning = something is missing; error = the last cycle failed, the data is old
         * @enum {string}
         */
        State: "starting" | "ok" | "warning" | "error";
        /** @enum {string} */
        GroupType: "classic" | "consumer" | "share" | "streams" | "unknown";
        /**
         * @description In the order of severity. ok = keeps up; unknown = too little has been seen; abandoned = commits remain that no member reads any more; warn = falls behind; err = will not recover, or will lose records unread; rewind = has gone back; stall = commits the same offset again and again; stop = does not commit any more; lost = records were deleted unread
         * @enum {string}
         */
        Verdict: "ok" | "unknown" | "abandoned" | "warn" | "err" | "rewind" | "stall" | "stop" | "lost";
        /**
         * @description Where commits are learnt from. offsets-topic = every commit; admin-api = the newest at each reading; zookeeper = what old consumers keep there
         * @enum {string}
         */
        CommitSource: "offsets-topic" | "admin-api" | "zookeeper";
        /** @description Which reading an answer comes from, and how old it is */
        Snapshot: {
            cluster: string;
            state: components["schemas"]["State"];
            /**
             * Format: int64
             * @description number of the cycle since the start
             */
            cycle: Int64;
            /** Format: date-time */
            takenAt: string;
            ageSeconds: number;
            /** @description older than three collection intervals */
            stale: boolean;
        };
        SnapshotEvent: {
            cluster: string;
            state: components["schemas"]["State"];
            /**
             * Format: int64
             * @description 0 as long as nothing has been read
             */
            cycle: Int64;
        };
        Problem: {
            /** @description what is missing */
            fact: string;
            /** @description name of Kafka's error */
            kind: string;
            message: string;
            /** @description the ACL that would help */
            missingRight?: string;
            count: number;
        };
        ClusterList: {
            clusters: components["schemas"]["ClusterSummary"][];
        };
        ClusterSummary: {
            name: string;
            state: components["schemas"]["State"];
            intervalSeconds: number;
            lastError?: string;
            problems: components["schemas"]["Problem"][];
            snapshot?: components["schemas"]["Snapshot"];
            /** @description Kafka's own id; absent before the first reading */
            clusterId?: string;
            controllerId?: number;
            brokers?: number;
            topics?: number;
            partitions?: number;
            underReplicatedPartitions?: number;
            offlinePartitions?: number;
            groups?: number;
            /** @description how many groups have each verdict; a verdict that none has is absent */
            groupsByVerdict?: {
                [key: string]: number;
            };
            /** Format: int64 */
            totalLag?: Int64;
        };
        BrokerList: {
            snapshot: components["schemas"]["Snapshot"];
            brokers: components["schemas"]["Broker"][];
            quorum?: components["schemas"]["Quorum"];
        };
        Broker: {
            id: number;
            host: string;
            port: number;
            rack?: string;
            controller: boolean;
            fenced: boolean;
            /** @description partitions that it leads */
            leaders: number;
            replicas: number;
            outOfSyncReplicas: number;
            /**
             * Format: int64
             * @description sum of its replicas
             */
            sizeBytes?: Int64;
            logDirs: components["schemas"]["LogDir"][];
        };
        LogDir: {
            path: string;
            /** Format: int64 */
            sizeBytes: Int64;
            replicas: number;
            /** Format: int64 */
            totalBytes?: Int64;
            /** Format: int64 */
            usableBytes?: Int64;
            error?: string;
        };
        Quorum: {
            leaderId: number;
            /** Format: int64 */
            leaderEpoch: Int64;
            /** Format: int64 */
            highWatermark: Int64;
            members: {
                nodeId: number;
                voter: boolean;
                /** Format: int64 */
                logEndOffset: Int64;
                /**
                 * Format: int64
                 * @description records behind the leader
                 */
                lag: Int64;
                /** Format: date-time */
                lastCaughtUpAt?: string;
            }[];
        };
        Topic: {
            name: string;
            topicId: string;
            internal: boolean;
            partitions: number;
            replicationFactor: number;
            underReplicatedPartitions: number;
            offlinePartitions: number;
            /**
             * Format: int64
             * @description sum of latest less earliest offsets; absent when one of them is unknown
             */
            messages?: Int64;
            /**
             * Format: int64
             * @description all replicas that are alive; absent when one of them cannot be read
             */
            sizeBytes?: Int64;
            /** @description groups that read it or have committed on it */
            groups: number;
        };
        TopicPage: {
            snapshot: components["schemas"]["Snapshot"];
            page: number;
            pageSize: number;
            /** @description topics that match */
            total: number;
            topics: components["schemas"]["Topic"][];
        };
        TopicDetail: {
            snapshot: components["schemas"]["Snapshot"];
            topic: components["schemas"]["Topic"];
            partitions: components["schemas"]["Partition"][];
            groups: {
                group: string;
                type: components["schemas"]["GroupType"];
                state: string;
                /**
                 * Format: int64
                 * @description on this topic; absent when not known
                 */
                lag?: Int64;
            }[];
        };
        Partition: {
            topic: string;
            partition: number;
            /** @description absent while the partition is offline */
            leader?: number;
            /** @description the first is the preferred leader */
            replicas: number[];
            isr: number[];
            eligibleLeaders: number[];
            offlineReplicas: number[];
            underReplicated: boolean;
            leaderIsPreferred: boolean;
            /** Format: int64 */
            earliestOffset?: Int64;
            /** Format: int64 */
            latestOffset?: Int64;
            /**
             * Format: int64
             * @description the leader's replica; absent when log dirs cannot be read
             */
            sizeBytes?: Int64;
        };
        PartitionPage: {
            snapshot: components["schemas"]["Snapshot"];
            page: number;
            pageSize: number;
            total: number;
            partitions: components["schemas"]["Partition"][];
        };
        Group: {
            group: string;
            type: components["schemas"]["GroupType"];
            /** @description the coordinator's word */
            state: string;
            protocol?: string;
            coordinator?: number;
            members: number;
            topics: number;
            /**
             * Format: int64
             * @description absent for a group without commits
             */
            totalLag?: Int64;
            verdict?: components["schemas"]["Verdict"];
            /** @description the settings say that nobody is to be alarmed; absent, as the verdict is, for a group that is not judged */
            muted?: boolean;
            source?: components["schemas"]["CommitSource"];
            /** @description the largest lag in seconds of its partitions; absent where none is known */
            maxLagSeconds?: number;
            /** @description until retention deletes the first record unread, at the rates of now; absent when it will not, or is not known */
            secondsUntilLoss?: number;
            /** Format: date-time */
            readAt: string;
            /** @description since its coordinator last answered for it */
            ageSeconds: number;
        };
        GroupPage: {
            snapshot: components["schemas"]["Snapshot"];
            page: number;
            pageSize: number;
            total: number;
            groups: components["schemas"]["Group"][];
        };
        GroupDetail: {
            snapshot: components["schemas"]["Snapshot"];
            group: components["schemas"]["Group"];
            /** @description the partition that the verdict comes from; absent for a group that is not judged, or has none */
            worst?: {
                topic: string;
                partition: number;
            };
            /** @description false when its commits could not be read; the cluster's problems say why */
            offsetsReadable: boolean;
            members: components["schemas"]["Member"][];
            partitions: components["schemas"]["PartitionLag"][];
        };
        Member: {
            memberId: string;
            instanceId?: string;
            clientId: string;
            host: string;
            /** @description how many it has been assigned */
            partitions: number;
        };
        PartitionLag: {
            group: string;
            topic: string;
            partition: number;
            /** Format: int64 */
            committedOffset?: Int64;
            /** Format: int64 */
            endOffset?: Int64;
            /**
             * Format: int64
             * @description absent when either offset is
             */
            lag?: Int64;
            /** @description the commit lies beyond the end; the topic was made again or lost its tail */
            commitBeyondEnd: boolean;
            memberId?: string;
            clientId?: string;
            host?: string;
            verdict?: components["schemas"]["Verdict"];
            /**
             * Format: int64
             * @description records that the group can and will read, without transaction markers, compacted gaps and what is not committed yet
             */
            effectiveLag?: Int64;
            /** @description how long ago the record that is read next was written */
            lagSeconds?: number;
            evidence?: components["schemas"]["Evidence"];
            forecast?: components["schemas"]["Forecast"];
        };
        /** @description why the verdict is what it is; only in the answer for one group */
        Evidence: {
            /** @description the first rule that held */
            rule: string;
            /** @description the rule in words */
            text: {
                en: string;
                ko: string;
            };
            /** @description what the rule looked at, by name; times and durations in milliseconds */
            facts: {
                [key: string]: Int64;
            };
            /** @description the window of commits, oldest first; absent for all but the partitions that are worst off */
            commits?: {
                /** Format: int64 */
                offset: Int64;
                /** Format: date-time */
                at: string;
                /**
                 * Format: int64
                 * @description at that time; absent where the end was not known then
                 */
                lag?: Int64;
            }[];
            /** @description the end offsets of the same time, oldest first */
            ends?: {
                /** Format: int64 */
                offset: Int64;
                /** Format: date-time */
                at: string;
            }[];
        };
        /** @description how fast the partition is written and read, and where that leads; only in the answer for one group */
        Forecast: {
            producedPerSecond?: number;
            consumedPerSecond?: number;
            timeLag?: {
                seconds: number;
                /** @enum {string} */
                method: "caught-up" | "interpolated" | "extrapolated" | "at-least";
                /** @enum {string} */
                confidence: "high" | "medium" | "low";
            };
            /** @description 0 when caught up; absent when it does not come nearer */
            secondsToCatchUp?: number;
            /** @description 0 when records have been lost; absent when they will not be */
            secondsUntilLoss?: number;
        };
        GroupHistory: {
            snapshot: components["schemas"]["Snapshot"];
            /** @description the moments, oldest first, evenly spaced */
            times: string[];
            /** @description sorted by topic and partition */
            rows: {
                topic: string;
                partition: number;
                /** @description one for each moment, null where nothing is known */
                lags: (Int64 | null)[];
            }[];
        };
        LagPage: {
            snapshot: components["schemas"]["Snapshot"];
            page: number;
            pageSize: number;
            total: number;
            partitions: components["schemas"]["PartitionLag"][];
        };
        Status: {
            version: string;
            /** Format: date-time */
            startedAt: string;
            ready: boolean;
            components: components["schemas"]["Component"][];
        };
        Component: {
            kind: string;
            instance: string;
            state: components["schemas"]["State"];
            /** Format: date-time */
            lastRun?: string;
            /** Format: date-time */
            lastSuccess?: string;
            lastDurationSeconds?: number;
            averageDurationSeconds?: number;
            /** Format: int64 */
            runs: Int64;
            /** Format: int64 */
            failures: Int64;
            counts: {
                [key: string]: Int64;
            };
            requests: {
                [key: string]: Int64;
            };
            errors: {
                [key: string]: Int64;
            };
            lastError?: string;
        };
        AlertHistory: {
            events: components["schemas"]["AlertEvent"][];
            /** @description whether older events of the span were left out */
            truncated: boolean;
        };
        AlertEvent: {
            /** Format: date-time */
            at: string;
            /**
             * @description firing = it began; resolved = it is over; notified = a receiver accepted a message that told of it; failed = a receiver will never accept the message; suppressed = nobody is told (a silence, another alert, or the time); unsuppressed = it is told again
             * @enum {string}
             */
            kind: "firing" | "resolved" | "notified" | "failed" | "suppressed" | "unsuppressed";
            labels: components["schemas"]["Labels"];
            /** @description what else there is to say */
            detail: string;
        };
        Labels: {
            [key: string]: string;
        };
        AlertGroupPage: {
            page: number;
            pageSize: number;
            /** @description groups on all pages */
            total: number;
            /** @description how many alerts there are of each state, whatever is asked for */
            alerts: {
                firing: number;
                resolved: number;
                suppressed: number;
            };
            groups: components["schemas"]["AlertGroup"][];
        };
        AlertGroup: {
            /** @description the same over restarts */
            key: string;
            labels: components["schemas"]["Labels"];
            receiver: string;
            /** @description its alerts of the state and text that are asked for */
            total: number;
            /** @description those, or the first of them, by the time they began, newest first */
            alerts: components["schemas"]["KeptAlert"][];
        };
        KeptAlert: {
            /** @description sixteen hexadecimal digits of its labels */
            fingerprint: string;
            labels: components["schemas"]["Labels"];
            annotations: components["schemas"]["Labels"];
            state: components["schemas"]["AlertState"];
            /** Format: date-time */
            startsAt: string;
            /**
             * Format: date-time
             * @description when it was or will be over unless it is told again
             */
            endsAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description where it can be looked at; may be empty */
            generatorUrl: string;
            receivers: string[];
            /** @description ids of silences */
            silencedBy: string[];
            /** @description fingerprints of alerts */
            inhibitedBy: string[];
            /** @description names of time intervals */
            mutedBy: string[];
        };
        /**
         * @description resolved = over; suppressed = nobody is told of it for now
         * @enum {string}
         */
        AlertState: "firing" | "resolved" | "suppressed";
        ReceiverList: {
            receivers: components["schemas"]["Receiver"][];
        };
        Receiver: {
            name: string;
            channels: components["schemas"]["ReceiverChannel"][];
        };
        ReceiverChannel: {
            /** @description slack */
            kind: string;
            /** @description whether it is told when an alert is over */
            sendResolved: boolean;
            /**
             * Format: int64
             * @description messages that were accepted since the start
             */
            delivered: Int64;
            /**
             * Format: int64
             * @description since the start
             */
            failedAttempts: Int64;
            /** @description messages that wait for their turn or for the next attempt */
            waiting: number;
            deadLetters: number;
            /** Format: date-time */
            lastAttempt?: string;
            /** Format: date-time */
            lastDelivered?: string;
            /**
             * Format: date-time
             * @description of the oldest message that waits
             */
            nextAttempt?: string;
            /** @description why the last attempt failed; absent when it did not */
            lastError?: string;
        };
        ReceiverTest: {
            /** @description for each channel its kind and how it went, such as slack: accepted */
            results: string[];
        };
        DeadLetterList: {
            deadLetters: components["schemas"]["DeadLetter"][];
        };
        DeadLetter: {
            id: string;
            receiver: string;
            /** @description of channel */
            kind: string;
            groupLabels: components["schemas"]["Labels"];
            /** @description names of its alerts, each once */
            alerts: string[];
            /** Format: date-time */
            at: string;
            /** @description what the other side said */
            reason: string;
        };
        AlertConfig: {
            yaml: string;
        };
        OwnRules: {
            yaml: string;
            /** @description of this text; to be sent back with the next one */
            revision: string;
        };
        SavedRules: {
            revision: string;
        };
        RuleText: {
            yaml: string;
        };
        RefusedRules: {
            code: string;
            message: string;
            /** @description absent where the request itself is not of its form */
            problems?: components["schemas"]["RuleProblem"][];
        };
        RuleProblem: {
            /** @description from 1; 0 where it is the file as a whole */
            line: number;
            /** @description from 1; 0 where it is the line as a whole */
            column: number;
            message: string;
        };
        RuleCheck: {
            problems: components["schemas"]["RuleProblem"][];
        };
        BacktestRequest: {
            /** @description of a rule file */
            yaml: string;
            /**
             * Format: date-time
             * @description included
             */
            from: string;
            /**
             * Format: date-time
             * @description not included
             */
            to: string;
        };
        BacktestResult: {
            rules: components["schemas"]["BacktestRule"][];
        };
        BacktestRule: {
            group: string;
            alert: string;
            /**
             * Format: int64
             * @description how often it was evaluated
             */
            evaluations: Int64;
            /**
             * Format: int64
             * @description how often it would have fired
             */
            fired: Int64;
            /** @description all times it would have been pending or firing, oldest first; at most 1,000 */
            incidents: components["schemas"]["Incident"][];
            /** @description whether there were more incidents */
            truncated: boolean;
        };
        Incident: {
            labels: components["schemas"]["Labels"];
            /**
             * Format: date-time
             * @description when the expression first gave it
             */
            pendingAt: string;
            /**
             * Format: date-time
             * @description when it would have fired; absent where it was over before
             */
            firingAt?: string;
            /**
             * Format: date-time
             * @description when it was over; absent where it still is not at the end of the span
             */
            resolvedAt?: string;
            /** @description of the expression, the newest, as a number in text: NaN and +Inf are none in JSON */
            value: string;
        };
    };
    responses: {
        /** @description A parameter is not of its form */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description There is no such cluster, topic or group */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The cluster has not been read yet, or too many clients are connected */
        NotReady: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description This server has no alerting, or there is nothing of this name */
        NoAlerting: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
        deadLetter: string;
        /** @description the cluster's name in the configuration */
        cluster: string;
        topic: string;
        /** @description group id, percent-encoded */
        group: string;
        /** @description keeps the names that contain this text, whatever the case */
        search: string;
        /** @description from 1 */
        page: number;
        pageSize: number;
        order: "asc" | "desc";
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listClusters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All configured clusters, in the order of the configuration */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClusterList"];
                };
            };
        };
    };
    getCluster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the cluster's name in the configuration */
                cluster: components["parameters"]["cluster"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cluster */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClusterSummary"];
                };
            };
            404: components["responses"]["NotFound"];
        };
    };
    listBrokers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the cluster's name in the configuration */
                cluster: components["parameters"]["cluster"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All brokers, sorted by id */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrokerList"];
                };
            };
            404: components["responses"]["NotFound"];
            503: components["responses"]["NotReady"];
        };
    };
    listTopics: {
        parameters: {
            query?: {
                /** @description keeps the names that contain this text, whatever the case */
                search?: components["parameters"]["search"];
                /** @description from 1 */
                page?: components["parameters"]["page"];
                pageSize?: components["parameters"]["pageSize"];
                order?: components["parameters"]["order"];
                sort?: "name" | "partitions" | "replicationFactor" | "underReplicatedPartitions" | "offlinePartitions" | "messages" | "sizeBytes" | "groups";
                /** @description false leaves Kafka's own topics out */
                internal?: boolean;
            };
            header?: never;
            path: {
                /** @description the cluster's name in the configuration */
                cluster: components["parameters"]["cluster"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of topics; topics whose value is not known come after all others in either order, and equals are sorted by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["NotReady"];
        };
    };
    getTopic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the cluster's name in the configuration */
                cluster: components["parameters"]["cluster"];
                topic: components["parameters"]["topic"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The topic */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicDetail"];
                };
            };
            404: components["responses"]["NotFound"];
            503: components["responses"]["NotReady"];
        };
    };
    listPartitions: {
        parameters: {
            query?: {
                /** @description keeps the names that contain this text, whatever the case */
                search?: components["parameters"]["search"];
                /** @description from 1 */
                page?: components["parameters"]["page"];
                pageSize?: components["parameters"]["pageSize"];
                state?: "all" | "under-replicated" | "offline" | "not-preferred";
            };
            header?: never;
            path: {
                /** @description the cluster's name in the configuration */
                cluster: components["parameters"]["cluster"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of partitions, sorted by topic and number */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartitionPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["NotReady"];
        };
    };
    listGroups: {
        parameters: {
            query?: {
                /** @description keeps the names that contain this text, whatever the case */
                search?: components["parameters"]["search"];
                /** @description from 1 */
                page?: components["parameters"]["page"];
                pageSize?: components["parameters"]["pageSize"];
                order?: components["parameters"]["order"];
                /** @description verdict sorts by severity, and groups of the same verdict by their lag; order=desc has the worst first */
                sort?: "group" | "verdict" | "type" | "state" | "members" | "topics" | "totalLag" | "maxLagSeconds" | "secondsUntilLoss" | "ageSeconds";
                type?: components["schemas"]["GroupType"];
                /** @description only groups of this verdict; alarming stands for warn and all that is worse */
                verdict?: "alarming" | "ok" | "unknown" | "abandoned" | "warn" | "err" | "rewind" | "stall" | "stop" | "lost";
            };
            header?: never;
            path: {
                /** @description the cluster's name in the configuration */
                cluster: components["parameters"]["cluster"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of groups; groups whose value is not known come after all others in either order, and equals are sorted by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["NotReady"];
        };
    };
    getGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the cluster's name in the configuration */
                cluster: components["parameters"]["cluster"];
                /** @description group id, percent-encoded */
                group: components["parameters"]["group"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The group */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupDetail"];
                };
            };
            404: components["responses"]["NotFound"];
            503: components["responses"]["NotReady"];
        };
    };
    getGroupHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the cluster's name in the configuration */
                cluster: components["parameters"]["cluster"];
                /** @description group id, percent-encoded */
                group: components["parameters"]["group"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The history; empty for a group that is not judged */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupHistory"];
                };
            };
            404: components["responses"]["NotFound"];
            503: components["responses"]["NotReady"];
        };
    };
    listLag: {
        parameters: {
            query?: {
                /** @description from 1 */
                page?: components["parameters"]["page"];
                pageSize?: components["parameters"]["pageSize"];
                /** @description only this group */
                group?: string;
                /** @description only this topic */
                topic?: string;
            };
            header?: never;
            path: {
                /** @description the cluster's name in the configuration */
                cluster: components["parameters"]["cluster"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, sorted by group, topic and partition */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LagPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["NotReady"];
        };
    };
    getStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All components */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
        };
    };
    streamEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An endless stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["SnapshotEvent"];
                };
            };
            503: components["responses"]["NotReady"];
        };
    };
    listAlertEvents: {
        parameters: {
            query?: {
                /** @description included; RFC 3339 or seconds since 1970; a day before "to" where it is absent */
                from?: string;
                /** @description not included; now where it is absent */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All events of the span, or the newest 10,000 of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertHistory"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NoAlerting"];
        };
    };
    listAlertGroups: {
        parameters: {
            query?: {
                /** @description from 1 */
                page?: components["parameters"]["page"];
                pageSize?: components["parameters"]["pageSize"];
                /** @description keeps the alerts of this state, and the groups that have any */
                state?: "any" | "firing" | "resolved" | "suppressed";
                /** @description keeps the groups that this receiver is told of */
                receiver?: string;
                /** @description keeps the alerts with this text in the value of a label, whatever the case, and the groups that have any */
                search?: string;
                /** @description how many alerts of each group are written out */
                alertLimit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of groups, those with firing alerts first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertGroupPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NoAlerting"];
        };
    };
    listReceivers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All receivers, in the order of the configuration */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiverList"];
                };
            };
            404: components["responses"]["NoAlerting"];
        };
    };
    testReceiver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description its name, percent-encoded */
                receiver: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it went */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiverTest"];
                };
            };
            404: components["responses"]["NoAlerting"];
        };
    };
    listDeadLetters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All that nobody has tried again or dropped */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterList"];
                };
            };
            404: components["responses"]["NoAlerting"];
        };
    };
    dropDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["deadLetter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is forgotten */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["NoAlerting"];
        };
    };
    retryDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["deadLetter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It waits for its next attempt */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["NoAlerting"];
        };
    };
    getAlertConfig: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As YAML */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertConfig"];
                };
            };
            404: components["responses"]["NoAlerting"];
        };
    };
    getOwnRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its text; empty where there is none yet */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnRules"];
                };
            };
            404: components["responses"]["NoAlerting"];
        };
    };
    saveOwnRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnRules"];
            };
        };
        responses: {
            /** @description It is on the disk and evaluated from now on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedRules"];
                };
            };
            /** @description The text is not right, and nothing was saved; or the request is not of its form */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefusedRules"];
                };
            };
            404: components["responses"]["NoAlerting"];
            /** @description Somebody else has saved another text since */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    checkRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleText"];
            };
        };
        responses: {
            /** @description Its problems, none for a good one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleCheck"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NoAlerting"];
        };
    };
    backtestRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BacktestRequest"];
            };
        };
        responses: {
            /** @description Every alerting rule of the text */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BacktestResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NoAlerting"];
            /** @description Others are being worked on */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
}
