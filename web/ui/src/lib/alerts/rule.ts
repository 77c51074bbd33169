import type { Labels } from '../prom/labels';

/** An alerting rule as people write it; durations as PromQL writes them, empty for none. */
export interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly hold: string;
  readonly keepFiring: string;
  readonly labels: Labels;
  readonly annotations: Readonly<Record<string, string>>;
}

export const NO_RULE: Rule = { alert: '', expr: '', hold: '', keepFiring: '', labels: {}, annotations: {} };

/** What is wrong with a text, and where: line and column from 1, 0 for the whole. */
export interface Problem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Where a rule stands in its file, both from 0. */
export interface RulePlace {
  readonly group: number;
  readonly rule: number;
}
