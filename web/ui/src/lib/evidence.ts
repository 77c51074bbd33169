import type { Evidence } from '../api/types';
import type { Int64 } from './int64';
import type { PlotPoint } from './plot';

/** One row of the window as a table: what was committed, or how far the partition reached, at one moment (ms). */
export interface WindowRow {
  readonly at: number;
  readonly committed: Int64 | undefined;
  readonly end: Int64 | undefined;
  readonly lag: Int64 | undefined;
}

/** Commits and end offsets in one list, by time. */
export function windowRows({ commits = [], ends = [] }: Evidence): readonly WindowRow[] {
  const rows: WindowRow[] = [
    ...commits.map(({ at, offset, lag }) => ({ at: Date.parse(at), committed: offset, end: undefined, lag })),
    ...ends.map(({ at, offset }) => ({ at: Date.parse(at), committed: undefined, end: offset, lag: undefined })),
  ];
  return rows.sort((a, b) => a.at - b.at);
}

export const pointsOf = (points: Evidence['ends'] = []): readonly PlotPoint[] =>
  points.map(({ at, offset }) => ({ at: Date.parse(at), offset }));

/** The facts that have a name in both languages; a rule of a newer server may have others. */
const FACTS = [
  'offset',
  'end',
  'lag',
  'effectiveLag',
  'allowedLag',
  'logStart',
  'lost',
  'stableOffset',
  'held',
  'beyond',
  'silence',
  'rhythm',
  'patience',
  'span',
  'produced',
  'consumed',
  'growth',
  'commits',
  'stalled',
  'rewound',
  'ago',
  'unowned',
  'loss',
] as const;
export type FactName = (typeof FACTS)[number];

const DURATIONS: ReadonlySet<string> = new Set<FactName>([
  'silence',
  'rhythm',
  'patience',
  'span',
  'stalled',
  'ago',
  'unowned',
  'loss',
]);

export const knownFact = (name: string): FactName | undefined => FACTS.find((fact) => fact === name);

/** Whether a fact is a duration in ms; all others are counts or offsets. */
export const isDuration = (name: string): boolean => DURATIONS.has(name);

/** The name of a fact that we do not know, as words: `lastCommitAge` becomes `last commit age`. */
export const wordsOf = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[-_]/g, ' ')
    .toLowerCase();
