import type { Labels } from '../prom/labels';
import { type AlertRow, labelsKey } from './rows';

/** Alerts under one heading. */
export interface RowGroup {
  readonly key: string;
  readonly title: string;
  /** What stands beside the title, such as the receiver. */
  readonly note: string;
  readonly rows: readonly AlertRow[];
}

/** One line of a list that is folded and unfolded by groups. */
export type Line =
  | { readonly kind: 'group'; readonly group: RowGroup; readonly open: boolean }
  | { readonly kind: 'alert'; readonly row: AlertRow };

/** The groups as the notifier tells of them. */
interface ToldGroup {
  readonly key: string;
  readonly labels: Labels;
  readonly receiver: string;
  readonly alerts: readonly { readonly labels: Labels }[];
}

/** A group of more alerts than these begins folded, where there are others. */
const LONG = 20;

/** Alerts by the rule that they come of; those of other programs by their name. The order is that of the rows. */
export function byRule(rows: readonly AlertRow[]): RowGroup[] {
  const groups = new Map<string, { title: string; note: string; rows: AlertRow[] }>();
  for (const row of rows) {
    const key = JSON.stringify([row.rule?.file, row.rule?.group, row.name]);
    const group = groups.get(key) ?? { title: row.name, note: row.rule?.group ?? '', rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
}

/** Alerts as they are told together. What no group has, such as one that is pending, comes last under a heading of its own. */
export function byAlertGroup(rows: readonly AlertRow[], told: readonly ToldGroup[], others: string): RowGroup[] {
  const known = new Map(rows.map((row) => [row.key, row]));
  const seen = new Set<string>();
  const groups = told.map(({ key, labels, receiver, alerts }) => {
    const found = alerts.flatMap((alert) => known.get(labelsKey(alert.labels)) ?? []);
    for (const row of found) seen.add(row.key);
    return { key: `${key} ${receiver}`, title: titleOf(labels), note: receiver, rows: found };
  });
  const rest = rows.filter(({ key }) => !seen.has(key));
  return [...groups, { key: '', title: others, note: '', rows: rest }].filter((group) => group.rows.length > 0);
}

/** The lines of a list: each group, and its alerts while it is open. `turned` are those that a person has folded or unfolded. */
export function linesOf(groups: readonly RowGroup[], turned: ReadonlySet<string>): Line[] {
  return groups.flatMap((group) => {
    const open = (groups.length === 1 || group.rows.length <= LONG) !== turned.has(group.key);
    const rows = open ? group.rows.map((row): Line => ({ kind: 'alert', row })) : [];
    return [{ kind: 'group', group, open } as const, ...rows];
  });
}

function titleOf(labels: Labels): string {
  const text = Object.entries(labels)
    .map(([name, value]) => `${name}="${value}"`)
    .join(', ');
  return text === '' ? '{}' : text;
}
