import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { alertGroupsQuery } from '../../../api/alertQueries';
import { byAlertGroup, byRule, type Line, linesOf, type RowGroup } from '../../../lib/alerts/grouping';
import type { AlertRow } from '../../../lib/alerts/rows';
import { useAlertParams } from '../../../state/alerts/useAlertParams';
import { useFormats } from '../../../state/useFormats';
import { useIsNarrow } from '../../../state/useIsNarrow';
import styles from '../alerts.module.css';
import { AlertItem } from './AlertItem';

const HEAD_HEIGHT = 38;
const ROW_HEIGHT = 58;
const NARROW_ROW_HEIGHT = 84;

/** Alerts below the rule or the group that they belong to; only those in view are in the page. */
export function AlertList({ rows, chosen }: { rows: readonly AlertRow[]; chosen: string }) {
  const { t } = useTranslation();
  const { change } = useAlertParams();
  const groups = useGroups(rows);
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const lines = useMemo(() => linesOf(groups, turned), [groups, turned]);
  const rowHeight = useIsNarrow() ? NARROW_ROW_HEIGHT : ROW_HEIGHT;
  const scroller = useRef<HTMLElement>(null);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => (lines[i]?.kind === 'group' ? HEAD_HEIGHT : rowHeight),
    getItemKey: (i) => keyOf(lines[i]),
    overscan: 10,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: other lines, or another height, need other places
  useEffect(() => virtualizer.measure(), [lines, rowHeight]);
  const turn = (key: string) => setTurned((now) => toggled(now, key));
  return (
    <section
      ref={scroller}
      className={`${styles.list} ${styles.scroller}`}
      style={{ maxHeight: virtualizer.getTotalSize() + 2 }}
      aria-label={t('alerts.list')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <ul className={styles.lines} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const line = lines[item.index];
          return (
            <li
              key={item.key}
              className={styles.line}
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
            >
              {line?.kind === 'group' && <GroupHead {...line} onTurn={() => turn(line.group.key)} />}
              {line?.kind === 'alert' && (
                <AlertItem
                  row={line.row}
                  chosen={line.row.key === chosen}
                  onChoose={() => change({ alert: line.row.key })}
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function useGroups(rows: readonly AlertRow[]): RowGroup[] {
  const { t } = useTranslation();
  const { params } = useAlertParams();
  const told = params.get('by') === 'group';
  const { data } = useQuery({ ...alertGroupsQuery(), enabled: told });
  return useMemo(
    () => (told ? byAlertGroup(rows, data?.groups ?? [], t('alerts.notTold')) : byRule(rows)),
    [rows, told, data, t],
  );
}

function GroupHead({ group, open, onTurn }: Extract<Line, { kind: 'group' }> & { onTurn: () => void }) {
  const { t } = useTranslation();
  const { count } = useFormats();
  return (
    <button type="button" className={styles.groupHead} aria-expanded={open} onClick={onTurn}>
      {open ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
      <strong className="k-cut">{group.title}</strong>
      <span
        className={styles.count}
        title={t('alerts.found', { count: group.rows.length, formatted: count(group.rows.length) })}
      >
        {count(group.rows.length)}
      </span>
      <span className="k-muted k-cut">{group.note}</span>
    </button>
  );
}

function keyOf(line: Line | undefined): string {
  if (line === undefined) return '';
  return line.kind === 'group' ? `group ${line.group.key}` : `alert ${line.row.key}`;
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}
