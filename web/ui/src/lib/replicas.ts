import type { Partition } from '../api/types';

export type ReplicaState = 'in-sync' | 'out' | 'offline';

export interface Replica {
  readonly broker: number;
  readonly state: ReplicaState;
}

/** The replicas of a partition in their order (the first is the preferred leader), each with how it fares. */
export function replicasOf({ replicas, isr, offlineReplicas }: Partition): Replica[] {
  return replicas.map((broker) => ({ broker, state: stateOf(broker, isr, offlineReplicas) }));
}

function stateOf(broker: number, isr: readonly number[], offline: readonly number[]): ReplicaState {
  if (offline.includes(broker)) return 'offline';
  return isr.includes(broker) ? 'in-sync' : 'out';
}
