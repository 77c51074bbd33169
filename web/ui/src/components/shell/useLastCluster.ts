import { useEffect } from 'react';

const KEY = 'klamm.cluster';

/** The cluster whose pages the menu leads to: the one of this page, else the one looked at last, else the first. */
export function useLastCluster(current: string | undefined, first: string | undefined): string | undefined {
  useEffect(() => {
    if (current === undefined) return;
    try {
      sessionStorage.setItem(KEY, current);
    } catch {
      // A browser that keeps nothing is led to the first cluster.
    }
  }, [current]);
  return current ?? lastSeen() ?? first;
}

function lastSeen(): string | undefined {
  try {
    return sessionStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}
