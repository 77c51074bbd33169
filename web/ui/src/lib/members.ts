import type { Member, PartitionLag, Verdict } from '../api/types';
import { compareInt64, type Int64, sumInt64 } from './int64';
import { severityOf } from './verdict';

/** One member and the lag of the partitions that it reads. */
export interface MemberLag {
  readonly member: Member;
  /** Undefined when none of them is known. */
  readonly lag: Int64 | undefined;
  readonly maxLagSeconds: number | undefined;
  /** The worst verdict of its partitions. */
  readonly verdict: Verdict | undefined;
}

/** All members, those that own the most lag first; equals keep their order. */
export function membersByLag(members: readonly Member[], partitions: readonly PartitionLag[]): readonly MemberLag[] {
  const owned = new Map<string, PartitionLag[]>();
  for (const partition of partitions) {
    if (partition.memberId === undefined) continue;
    const list = owned.get(partition.memberId) ?? [];
    list.push(partition);
    owned.set(partition.memberId, list);
  }
  return members
    .map((member) => ({ member, ...summed(owned.get(member.memberId) ?? []) }))
    .sort((a, b) => compareInt64(b.lag ?? -1, a.lag ?? -1));
}

function summed(partitions: readonly PartitionLag[]): Omit<MemberLag, 'member'> {
  const seconds = partitions.flatMap(({ lagSeconds }) => (lagSeconds === undefined ? [] : [lagSeconds]));
  const verdicts = partitions.flatMap(({ verdict }) => (verdict === undefined ? [] : [verdict]));
  return {
    lag: sumInt64(partitions.map(({ lag }) => lag)),
    maxLagSeconds: seconds.length === 0 ? undefined : Math.max(...seconds),
    verdict: verdicts.sort((a, b) => severityOf(b) - severityOf(a))[0],
  };
}
