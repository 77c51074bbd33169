import type { AlertEvent, Backtest } from '../../api/types';
import type { Labels } from '../prom/labels';
import type { Span } from '../prom/timeRange';
import { labelsKey } from './rows';

/** A time (ms) in the life of an alert; `open` where its begin or end lies outside of what is known. */
export interface Stretch extends Span {
  readonly kind: 'firing' | 'pending' | 'quiet';
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

/** A moment at which somebody was told, or could not be. */
export interface Mark {
  readonly at: number;
  readonly kind: 'notified' | 'failed';
  readonly detail: string;
}

/** One alert over time. */
export interface Lane {
  readonly key: string;
  readonly labels: Labels;
  readonly stretches: readonly Stretch[];
  readonly marks: readonly Mark[];
}

export interface HistorySums {
  readonly incidents: number;
  readonly open: number;
  /** Mean time to resolve of those that are over, in seconds; undefined for none. */
  readonly meanSeconds: number | undefined;
  readonly notified: number;
  readonly failed: number;
}

/** An alert that fires now. */
interface Firing {
  readonly labels: Labels;
  readonly since: number;
}

/** The lanes of all alerts with events in a span, and of those that fire without any; the newest incident first. */
export function lanesOf(events: readonly AlertEvent[], firing: readonly Firing[], span: Span): Lane[] {
  const byAlert = new Map<string, AlertEvent[]>();
  for (const event of events) {
    const key = labelsKey(event.labels);
    const own = byAlert.get(key);
    if (own === undefined) byAlert.set(key, [event]);
    else own.push(event);
  }
  const now = new Map(firing.map((alert) => [labelsKey(alert.labels), alert]));
  const lanes = [...byAlert].map(([key, own]) => laneOf(key, own, now.has(key), span));
  for (const [key, { labels, since }] of now) {
    if (byAlert.has(key) || since >= span.to) continue;
    lanes.push({
      key,
      labels,
      stretches: [stretch('firing', Math.max(since, span.from), span.to, since < span.from, true)],
      marks: [],
    });
  }
  return lanes.sort((a, b) => lastStart(b) - lastStart(a));
}

/** The lanes of a back-test: pending until it would have fired, then firing. */
export function backtestLanes({ incidents }: Backtest, span: Span): Lane[] {
  const lanes = new Map<string, { labels: Labels; stretches: Stretch[] }>();
  for (const { labels, pendingAt, firingAt, resolvedAt } of incidents) {
    const lane = lanes.get(labelsKey(labels)) ?? { labels, stretches: [] };
    const end = resolvedAt === undefined ? span.to : Date.parse(resolvedAt);
    const fire = firingAt === undefined ? end : Date.parse(firingAt);
    const open = resolvedAt === undefined;
    if (fire > Date.parse(pendingAt))
      lane.stretches.push(stretch('pending', Date.parse(pendingAt), fire, false, open && fire === end));
    if (firingAt !== undefined) lane.stretches.push(stretch('firing', fire, end, false, open));
    lanes.set(labelsKey(labels), lane);
  }
  const all = [...lanes].map(([key, lane]) => ({ key, ...lane, marks: [] }));
  return all.sort((a, b) => firingTime(b) - firingTime(a));
}

/** The longest time for which it would have fired, in seconds. */
export function longestFiring(lanes: readonly Lane[]): number {
  const all = lanes.flatMap(({ stretches }) => stretches.filter(({ kind }) => kind === 'firing'));
  return all.reduce((longest, { from, to }) => Math.max(longest, (to - from) / 1000), 0);
}

export function sumsOf(lanes: readonly Lane[]): HistorySums {
  const firing = lanes.flatMap(({ stretches }) => stretches.filter(({ kind }) => kind === 'firing'));
  const marks = lanes.flatMap((lane) => lane.marks);
  return {
    incidents: firing.length,
    open: firing.filter(({ openEnd }) => openEnd).length,
    meanSeconds: meanSeconds(firing),
    notified: marks.filter(({ kind }) => kind === 'notified').length,
    failed: marks.filter(({ kind }) => kind === 'failed').length,
  };
}

/** Mean time to resolve of those whose begin and end are known, in seconds. */
export function meanSeconds(stretches: readonly Stretch[]): number | undefined {
  const over = stretches.filter(({ kind, openStart, openEnd }) => kind === 'firing' && !openStart && !openEnd);
  if (over.length === 0) return undefined;
  return over.reduce((sum, { from, to }) => sum + (to - from), 0) / over.length / 1000;
}

function laneOf(key: string, events: readonly AlertEvent[], firesNow: boolean, span: Span): Lane {
  const firing = stretchesOf(events, 'firing', 'firing', 'resolved', span, firesNow);
  const quiet = stretchesOf(events, 'quiet', 'suppressed', 'unsuppressed', span, firesNow);
  const marks = events.flatMap(({ at, kind, detail }): Mark[] =>
    kind === 'notified' || kind === 'failed' ? [{ at: Date.parse(at), kind, detail }] : [],
  );
  return { key, labels: events[0]?.labels ?? {}, stretches: [...firing, ...quiet], marks };
}

/** What lies between the events that begin something and those that end it. One that was never seen to end lasts until something else begins, or now. */
function stretchesOf(
  events: readonly AlertEvent[],
  kind: Stretch['kind'],
  begin: AlertEvent['kind'],
  end: AlertEvent['kind'],
  span: Span,
  firesNow: boolean,
): Stretch[] {
  const found: Stretch[] = [];
  let start: number | undefined;
  let before = false;
  for (const event of events) {
    const at = Date.parse(event.at);
    if (event.kind === begin) {
      start ??= at;
      before = true;
    }
    const over = event.kind === end || (kind === 'quiet' && event.kind === 'resolved' && start !== undefined);
    if (!over) continue;
    if (start !== undefined || !before) found.push(stretch(kind, start ?? span.from, at, start === undefined, false));
    start = undefined;
    before = true;
  }
  if (start !== undefined) found.push(stretch(kind, start, span.to, false, true));
  // Told of in the span, but begun before it: it fires from its begin to its end.
  else if (kind === 'firing' && !before && firesNow) found.push(stretch(kind, span.from, span.to, true, true));
  return found;
}

function stretch(kind: Stretch['kind'], from: number, to: number, openStart: boolean, openEnd: boolean): Stretch {
  return { kind, from, to: Math.max(from, to), openStart, openEnd };
}

function lastStart({ stretches, marks }: Lane): number {
  return Math.max(
    0,
    ...stretches.filter(({ kind }) => kind === 'firing').map(({ from }) => from),
    ...marks.map(({ at }) => at),
  );
}

function firingTime({ stretches }: Lane): number {
  return stretches.reduce((sum, { kind, from, to }) => sum + (kind === 'firing' ? to - from : 0), 0);
}
