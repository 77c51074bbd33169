import { useSyncExternalStore } from 'react';
import { type PastQuery, readHistory, remembered, writeHistory } from '../../lib/prom/history';

const listeners = new Set<() => void>();
/** What a browser that keeps nothing still knows until the page is left. */
let memory: readonly PastQuery[] | undefined;
let snapshot: readonly PastQuery[] = [];

/** The same array for as long as the same is kept, however often it is read. */
function now(): readonly PastQuery[] {
  const history = memory ?? readHistory();
  const same = history.length === snapshot.length && history.every(({ at }, i) => at === snapshot[i]?.at);
  if (!same) snapshot = history;
  return snapshot;
}

function keep(history: readonly PastQuery[]): void {
  memory = writeHistory(history) ? undefined : history;
  for (const listener of listeners) listener();
}

/** Another tab may ask in the meantime. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** Keeps a query in this browser's history. */
export function remember(expr: string): void {
  keep(remembered(now(), expr, Date.now()));
}

export function forget(expr: string): void {
  keep(now().filter((past) => past.expr !== expr));
}

export function forgetAll(): void {
  keep([]);
}

/** The queries asked in this browser, the newest first. */
export function useHistory(): readonly PastQuery[] {
  return useSyncExternalStore(subscribe, now);
}
