import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { alertCountsQuery, isWithout, keptAlertsQuery, ruleGroupsQuery } from '../../api/alertQueries';
import { type AlertRow, rowsOf } from '../../lib/alerts/rows';

export interface Alerts {
  /** Undefined before the first answer. */
  readonly rows: readonly AlertRow[] | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** All alerts that are pending or firing. A server may have rules without a notifier, or a notifier without rules. */
export function useAlerts(): Alerts {
  const rules = useQuery(ruleGroupsQuery());
  const kept = useQuery(keptAlertsQuery());
  const groups = rules.data ?? (isWithout(rules.error) ? NOTHING : undefined);
  const told = kept.data ?? (isWithout(kept.error) ? NOTHING : undefined);
  const rows = useMemo(
    () => (groups === undefined || told === undefined ? undefined : rowsOf(groups, told)),
    [groups, told],
  );
  return {
    rows,
    error: rows === undefined ? (rules.error ?? kept.error) : null,
    retry: () => {
      void rules.refetch();
      void kept.refetch();
    },
  };
}

const NOTHING: readonly never[] = [];

/** How many alerts fire and are told of; undefined where that is not known, as on a server without alerting. */
export function useFiringCount(): number | undefined {
  return useQuery(alertCountsQuery()).data?.firing;
}
