/** A query that was asked in this browser. */
export interface PastQuery {
  readonly expr: string;
  /** When it was asked last, in ms. */
  readonly at: number;
}

type Store = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'klamm.explore.history';
const MOST = 200;
/** Characters of one query that are kept; a longer one is not. */
const LONGEST = 10_000;

/** The queries asked before, the newest first. What cannot be read counts as none. */
export function readHistory(store: Store = localStorage): readonly PastQuery[] {
  try {
    const kept: unknown = JSON.parse(store.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isPastQuery).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Keeps the history; false when the browser's storage is full or forbidden. */
export function writeHistory(history: readonly PastQuery[], store: Store = localStorage): boolean {
  try {
    store.setItem(KEY, JSON.stringify(history));
    return true;
  } catch {
    return false;
  }
}

/** The history with a query put first; the same query asked before is not kept twice. */
export function remembered(history: readonly PastQuery[], expr: string, at: number): readonly PastQuery[] {
  const text = expr.trim();
  if (text === '' || text.length > LONGEST) return history;
  return [{ expr: text, at }, ...history.filter((past) => past.expr !== text)].slice(0, MOST);
}

function isPastQuery(value: unknown): value is PastQuery {
  return (
    typeof value === 'object' &&
    value !== null &&
    'expr' in value &&
    typeof value.expr === 'string' &&
    'at' in value &&
    typeof value.at === 'number'
  );
}
