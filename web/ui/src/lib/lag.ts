import type { PartitionLag } from '../api/types';

/** What is to be said about one partition of a group. */
export type LagCondition = 'known' | 'no-commit' | 'unreadable' | 'beyond-end' | 'end-unknown';

/** Why a lag is or is not known. A group's offsets that cannot be read are not the same as none. */
export function conditionOf(partition: PartitionLag, offsetsReadable: boolean): LagCondition {
  if (partition.commitBeyondEnd) return 'beyond-end';
  if (partition.lag !== undefined) return 'known';
  if (partition.committedOffset !== undefined) return 'end-unknown';
  return offsetsReadable ? 'no-commit' : 'unreadable';
}
