/** One node of a plan with what it came to and cost. */
export interface PlanNode {
  readonly text: string;
  readonly kind: string;
  readonly series: number;
  readonly samples: number;
  readonly millis: number;
  readonly children: readonly PlanNode[];
}

/** The plan of a query as it was carried out. */
export interface Plan {
  readonly node: PlanNode;
  readonly totals: { readonly samples: number; readonly peakSamples: number; readonly millis: number };
}

/** One line of a drawn plan. */
export interface PlanRow {
  /** Places among siblings from the root down: `0.1.0`. */
  readonly path: string;
  readonly depth: number;
  readonly node: PlanNode;
  readonly open: boolean;
  /** Place among its siblings from 1, and how many they are. */
  readonly place: number;
  readonly siblings: number;
}

/** The lines of a plan, from the root down; what lies below a closed node is left out. */
export function planRows(root: PlanNode, closed: ReadonlySet<string>): readonly PlanRow[] {
  const rows: PlanRow[] = [];
  const walk = (node: PlanNode, path: string, depth: number, place: number, siblings: number) => {
    const open = node.children.length > 0 && !closed.has(path);
    rows.push({ path, depth, node, open, place, siblings });
    if (!open) return;
    node.children.forEach((child, i) => {
      walk(child, `${path}.${i}`, depth + 1, i + 1, node.children.length);
    });
  };
  walk(root, '0', 0, 1, 1);
  return rows;
}

/** The row to go to with a key, or the change that the key makes to the row itself; undefined for keys that do nothing. */
export function planKey(
  rows: readonly PlanRow[],
  at: number,
  key: string,
): { readonly go: number } | { readonly toggle: string } | undefined {
  const row = rows[at];
  if (row === undefined) return undefined;
  const hasChildren = row.node.children.length > 0;
  if (key === 'ArrowDown') return { go: Math.min(rows.length - 1, at + 1) };
  if (key === 'ArrowUp') return { go: Math.max(0, at - 1) };
  if (key === 'Home') return { go: 0 };
  if (key === 'End') return { go: rows.length - 1 };
  if (key === 'ArrowRight' && hasChildren) return row.open ? { go: at + 1 } : { toggle: row.path };
  if (key === 'ArrowLeft') return row.open ? { toggle: row.path } : { go: parentOf(rows, at) };
  return (key === 'Enter' || key === ' ') && hasChildren ? { toggle: row.path } : undefined;
}

function parentOf(rows: readonly PlanRow[], at: number): number {
  const depth = rows[at]?.depth ?? 0;
  const above = rows.slice(0, at).findLastIndex((row) => row.depth < depth);
  return above < 0 ? at : above;
}
