import { createContext, useContext } from 'react';
import type { ClusterSummary } from '../api/types';

/** The cluster of this page, with the time (ms) at which it was received. */
export interface CurrentCluster {
  readonly summary: ClusterSummary;
  readonly receivedAt: number;
  readonly unreachable: boolean;
}

export const ClusterContext = createContext<CurrentCluster | undefined>(undefined);

/** The cluster that the address names. Only below the cluster's layout. */
export function useCluster(): CurrentCluster {
  const cluster = useContext(ClusterContext);
  if (cluster === undefined) throw new Error('useCluster: used outside a cluster page (expected: below ClusterLayout)');
  return cluster;
}
