import type { Labels } from '../prom/labels';
import { matches } from '../search';
import { parseMatchers, testOf } from './matchers';

export type AlertState = 'firing' | 'pending' | 'suppressed';

/** An alert as Prometheus's API tells it with its rule. */
export interface PromAlert {
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly state: 'firing' | 'pending';
  readonly activeAt: string;
  readonly value: string;
  readonly keepFiringSince?: string;
  /** Klamm's own: it is kept because what it is judged by could not be read. */
  readonly dataMissing?: boolean;
}

export interface PromRule<A = unknown> {
  readonly type: 'alerting' | 'recording';
  readonly name: string;
  readonly query: string;
  readonly duration?: number;
  readonly keepFiringFor?: number;
  readonly labels?: Labels;
  readonly annotations?: Labels;
  readonly alerts?: readonly A[];
  readonly health: string;
  readonly lastError?: string;
  readonly evaluationTime: number;
  readonly lastEvaluation: string;
}

export interface PromRuleGroup<A = unknown> {
  readonly name: string;
  readonly file: string;
  readonly interval: number;
  readonly rules: readonly PromRule<A>[];
  readonly evaluationTime: number;
  readonly lastEvaluation: string;
}

/** An alert as Alertmanager's API tells it. */
export interface V2Alert {
  readonly fingerprint: string;
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly startsAt: string;
  readonly generatorURL?: string;
  readonly receivers: readonly { readonly name: string }[];
  readonly status: {
    readonly state: string;
    readonly silencedBy: readonly string[];
    readonly inhibitedBy: readonly string[];
    readonly mutedBy?: readonly string[];
  };
}

/** The rule of an alert, as far as the page tells of it. */
export interface RuleOfAlert {
  readonly group: string;
  readonly file: string;
  readonly query: string;
}

/** One alert, with what its rule and the notifier know of it. */
export interface AlertRow {
  /** Tells it from all others. */
  readonly key: string;
  readonly name: string;
  readonly severity: string;
  readonly state: AlertState;
  readonly labels: Labels;
  readonly annotations: Labels;
  /** Since when (ms). */
  readonly since: number;
  /** Undefined for an alert of another program. */
  readonly value: string | undefined;
  readonly rule: RuleOfAlert | undefined;
  readonly dataMissing: boolean;
  readonly keptFiring: boolean;
  readonly receivers: readonly string[];
  readonly silencedBy: readonly string[];
  readonly inhibitedBy: readonly string[];
  readonly mutedBy: readonly string[];
  readonly generatorUrl: string;
}

export interface AlertFilter {
  /** Matchers, or any text. */
  readonly search: string;
  readonly severity: string;
  readonly state: AlertState | undefined;
}

const STATES: readonly AlertState[] = ['firing', 'suppressed', 'pending'];
const SEVERITIES = ['page', 'critical', 'error', 'warning', 'info', 'none'];

/** The labels of an alert as one text, the same in whatever order they come. */
export function labelsKey(labels: Labels): string {
  return JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** All alerts that are pending or firing, the worst and newest first: those of the rules, and those that other programs have sent. */
export function rowsOf(groups: readonly PromRuleGroup<PromAlert>[], kept: readonly V2Alert[]): AlertRow[] {
  const rows = new Map<string, AlertRow>();
  for (const group of groups) {
    for (const rule of group.rules) {
      for (const alert of rule.alerts ?? []) rows.set(labelsKey(alert.labels), ofRule(alert, rule, group));
    }
  }
  for (const alert of kept) {
    const key = labelsKey(alert.labels);
    rows.set(key, ofNotifier(alert, key, rows.get(key)));
  }
  return [...rows.values()].sort(worstFirst);
}

/** Rows that a filter lets through. A search that can be read as matchers is one; any other text is looked for in names, labels and texts. */
export function filtered(rows: readonly AlertRow[], { search, severity, state }: AlertFilter): AlertRow[] {
  const matchers = search.trim() === '' ? [] : parseMatchers(search);
  const fits = matchers === undefined ? undefined : testOf(matchers);
  return rows.filter(
    (row) =>
      (severity === '' || row.severity === severity) &&
      (state === undefined || row.state === state) &&
      (fits === undefined
        ? matches(search, [...Object.values(row.labels), row.annotations.summary, row.annotations.summary_ko])
        : fits(row.labels)),
  );
}

/** How many there are of each state. */
export function countStates(rows: readonly AlertRow[]): Record<AlertState, number> {
  const counts = { firing: 0, pending: 0, suppressed: 0 };
  for (const { state } of rows) counts[state]++;
  return counts;
}

/** The severities that occur, the worst first. */
export function severitiesOf(rows: readonly AlertRow[]): string[] {
  const found = new Set(rows.map(({ severity }) => severity).filter((severity) => severity !== ''));
  return [...found].sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
}

/** How bad a severity looks. */
export function toneOfSeverity(severity: string): 'bad' | 'warn' | 'neutral' {
  if (['critical', 'error', 'page'].includes(severity)) return 'bad';
  return severity === 'warning' ? 'warn' : 'neutral';
}

function ofRule(alert: PromAlert, rule: PromRule<PromAlert>, group: PromRuleGroup<PromAlert>): AlertRow {
  return {
    key: labelsKey(alert.labels),
    name: alert.labels.alertname ?? rule.name,
    severity: alert.labels.severity ?? '',
    state: alert.state,
    labels: alert.labels,
    annotations: alert.annotations,
    since: Date.parse(alert.activeAt),
    value: alert.value,
    rule: { group: group.name, file: group.file, query: rule.query },
    dataMissing: alert.dataMissing === true,
    keptFiring: alert.keepFiringSince !== undefined,
    receivers: [],
    silencedBy: [],
    inhibitedBy: [],
    mutedBy: [],
    generatorUrl: '',
  };
}

function ofNotifier(alert: V2Alert, key: string, known: AlertRow | undefined): AlertRow {
  const { labels, annotations, status, receivers, generatorURL = '' } = alert;
  return {
    key,
    name: labels.alertname ?? '',
    severity: labels.severity ?? '',
    labels,
    annotations,
    since: Date.parse(alert.startsAt),
    value: undefined,
    rule: undefined,
    dataMissing: false,
    keptFiring: false,
    ...known,
    state: status.state === 'suppressed' ? 'suppressed' : (known?.state ?? 'firing'),
    receivers: receivers.map(({ name }) => name),
    silencedBy: status.silencedBy,
    inhibitedBy: status.inhibitedBy,
    mutedBy: status.mutedBy ?? [],
    generatorUrl: generatorURL,
  };
}

function worstFirst(a: AlertRow, b: AlertRow): number {
  return (
    STATES.indexOf(a.state) - STATES.indexOf(b.state) || rankOf(a.severity) - rankOf(b.severity) || b.since - a.since
  );
}

function rankOf(severity: string): number {
  const rank = SEVERITIES.indexOf(severity);
  return rank === -1 ? SEVERITIES.length : rank;
}
