/** How far the newest reading can be trusted. */
export type Freshness = 'starting' | 'fresh' | 'stale' | 'failed';

export interface ReadingFacts {
  readonly state: 'starting' | 'ok' | 'warning' | 'error';
  readonly intervalSeconds: number;
  readonly hasReading: boolean;
}

/** A reading older than this many intervals is stale, as on the server. */
const STALE_INTERVALS = 3;

/** Judges by the age of now, not by that of the answer: an open page grows old without asking. */
export function freshnessOf(facts: ReadingFacts, ageSeconds: number): Freshness {
  if (facts.state === 'error') return 'failed';
  if (!facts.hasReading) return 'starting';
  return ageSeconds > STALE_INTERVALS * facts.intervalSeconds ? 'stale' : 'fresh';
}

/** Age now of something that was `ageSeconds` old when it was received. No clock of the server is compared with ours. Times in ms. */
export function ageNow(ageSeconds: number, receivedAt: number, now: number): number {
  return ageSeconds + Math.max(0, now - receivedAt) / 1000;
}
