/** What tells a partition from others. */
export interface PartitionId {
  readonly topic: string;
  readonly partition: number;
}

/** `topic-partition`, as Kafka itself writes it. */
export const partitionName = ({ topic, partition }: PartitionId): string => `${topic}-${partition}`;

export const samePartition = (a: PartitionId, b: PartitionId): boolean =>
  a.partition === b.partition && a.topic === b.topic;
