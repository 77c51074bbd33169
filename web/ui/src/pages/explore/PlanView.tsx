import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Tile, Tiles } from '../../components/Tiles';
import { Bar } from '../../components/values';
import { type Plan, type PlanRow, planKey, planRows } from '../../lib/prom/explain';
import type { QueryState } from '../../lib/prom/exploreState';
import { shortNumber } from '../../lib/prom/numbers';
import { useExploreContext } from '../../state/explore/ExploreContext';
import { useFormats } from '../../state/useFormats';
import { useLocale } from '../../state/useLocale';
import styles from './plan.module.css';

/** How a query was carried out: its tree, and what each part of it came to and cost. */
export function PlanView({ query, plan }: { query: QueryState; plan: Plan }) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const locale = useLocale();
  const { samples, peakSamples, millis } = plan.totals;
  return (
    <div className={styles.plan}>
      <div className={styles.head}>
        <Tiles label={t('plan.totals')}>
          <Tile name={t('plan.time')}>{t('plan.millis', { formatted: shortNumber(rounded(millis), locale) })}</Tile>
          <Tile name={t('plan.samples')} title={t('plan.samplesHelp')}>
            {count(samples)}
          </Tile>
          <Tile name={t('plan.peak')} title={t('plan.peakHelp')}>
            {count(peakSamples)}
          </Tile>
        </Tiles>
        <Over query={query} />
      </div>
      <Tree plan={plan} />
    </div>
  );
}

/** Whether the plan is of the whole range or of its end. */
function Over({ query }: { query: QueryState }) {
  const { t } = useTranslation();
  const { changeQuery } = useExploreContext();
  const choices = [
    { instant: false, text: t('plan.range') },
    { instant: true, text: t('plan.instant') },
  ];
  return (
    <fieldset className={styles.over}>
      <legend className="k-sr">{t('plan.over')}</legend>
      {choices.map(({ instant, text }) => (
        <label key={text} className={styles.choice}>
          <input
            type="radio"
            name={`plan-${query.name}`}
            checked={query.explainInstant === instant}
            onChange={() => changeQuery(query.name, { explainInstant: instant })}
          />
          {text}
        </label>
      ))}
    </fieldset>
  );
}

function Tree({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState('0');
  const grid = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => planRows(plan.node, closed), [plan, closed]);
  const active = rows.some(({ path }) => path === at) ? at : '0';
  const most = Math.max(plan.totals.millis, ...rows.map(({ node }) => node.millis));
  const toggle = (path: string) => setClosed((now) => (now.has(path) ? without(now, path) : new Set([...now, path])));
  const onKeyDown = (event: KeyboardEvent) => {
    const action = planKey(
      rows,
      rows.findIndex(({ path }) => path === active),
      event.key,
    );
    if (action === undefined) return;
    event.preventDefault();
    if ('toggle' in action) return toggle(action.toggle);
    const path = rows[action.go]?.path ?? '0';
    setAt(path);
    grid.current?.querySelector<HTMLElement>(`[data-path="${path}"]`)?.focus();
  };
  return (
    <div className={styles.scroll}>
      <div ref={grid} role="treegrid" aria-label={t('plan.tree')} className={styles.tree} onKeyDown={onKeyDown}>
        <div role="row" className={styles.row} data-head>
          <span role="columnheader">{t('plan.step')}</span>
          <span role="columnheader">{t('plan.series')}</span>
          <span role="columnheader">{t('plan.samples')}</span>
          <span role="columnheader">{t('plan.time')}</span>
        </div>
        {rows.map((row) => (
          <PlanLine
            key={row.path}
            row={row}
            most={most}
            active={row.path === active}
            select={() => setAt(row.path)}
            toggle={() => toggle(row.path)}
          />
        ))}
      </div>
    </div>
  );
}

interface LineProps {
  readonly row: PlanRow;
  /** The greatest time of all lines, which has a full bar. */
  readonly most: number;
  readonly active: boolean;
  readonly select: () => void;
  readonly toggle: () => void;
}

function PlanLine({ row: { path, depth, node, open, place, siblings }, most, active, select, toggle }: LineProps) {
  const { count } = useFormats();
  const { t } = useTranslation();
  const locale = useLocale();
  const folds = node.children.length > 0;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the tree's
    <div
      role="row"
      className={styles.row}
      data-path={path}
      aria-level={depth + 1}
      aria-posinset={place}
      aria-setsize={siblings}
      aria-expanded={folds ? open : undefined}
      tabIndex={active ? 0 : -1}
      onFocus={select}
      onClick={folds ? toggle : undefined}
      data-folds={folds}
    >
      <span role="gridcell" className={styles.step} style={{ paddingInlineStart: `${Math.min(depth, 14) * 18}px` }}>
        <span className={styles.fold} aria-hidden>
          {folds && (open ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />)}
        </span>
        <code className={styles.text} title={node.text}>
          {node.text}
        </code>
        <span className={styles.kind}>{node.kind}</span>
      </span>
      <span role="gridcell" className="k-num">
        {count(node.series)}
      </span>
      <span role="gridcell" className="k-num">
        {count(node.samples)}
      </span>
      <span role="gridcell" className={styles.time}>
        <Bar share={most > 0 ? node.millis / most : 0} />
        <span className="k-num">{t('plan.millis', { formatted: shortNumber(rounded(node.millis), locale) })}</span>
      </span>
    </div>
  );
}

const rounded = (millis: number): number => Number(millis.toPrecision(3));

function without(all: ReadonlySet<string>, one: string): ReadonlySet<string> {
  return new Set([...all].filter((path) => path !== one));
}
