import { useCallback, useRef } from 'react';
import { useSearchParams } from 'react-router';

export interface AlertParams {
  readonly params: URLSearchParams;
  /** Changes some of the address; an empty value takes its name out. What a person would want to step back from is a new entry in the history. */
  readonly change: (values: Readonly<Record<string, string | undefined>>, replace?: boolean) => void;
}

/**
 * What page Alerts shows, kept in the address. A change is of the address as it is by then: a search that comes after its pause must not undo what was
 * chosen meanwhile.
 */
export function useAlertParams(): AlertParams {
  const [params, setParams] = useSearchParams();
  const latest = useRef({ params, setParams });
  latest.current = { params, setParams };
  const change = useCallback<AlertParams['change']>((values, replace = false) => {
    const { current } = latest;
    current.setParams(changed(current.params, values), { replace, preventScrollReset: true });
  }, []);
  return { params, change };
}

function changed(now: URLSearchParams, values: Readonly<Record<string, string | undefined>>): URLSearchParams {
  const next = new URLSearchParams(now);
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
}
