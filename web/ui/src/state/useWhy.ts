import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type PartitionId, partitionName } from '../lib/partitionKey';

export interface WhyControl {
  /** `topic-partition` of which the reasons are open; undefined for none. */
  readonly open: string | undefined;
  readonly show: (partition: PartitionId) => void;
  readonly close: () => void;
}

/** Of which partition the reasons are open, kept in the address. */
export function useWhy(): WhyControl {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (name: string | undefined) =>
      setParams(
        (now) => {
          const next = new URLSearchParams(now);
          if (name === undefined) next.delete('why');
          else next.set('why', name);
          return next;
        },
        { preventScrollReset: true },
      ),
    [setParams],
  );
  const open = params.get('why') ?? undefined;
  return useMemo(
    () => ({ open, show: (partition) => change(partitionName(partition)), close: () => change(undefined) }),
    [open, change],
  );
}
