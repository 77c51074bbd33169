import { Button } from '@mantine/core';
import { IconHistoryToggle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { backtest } from '../../../api/alertQueries';
import type { Backtest } from '../../../api/types';
import type { Rule } from '../../../lib/alerts/rule';
import { fileOf, ruleText } from '../../../lib/alerts/ruleFile';
import { backtestLanes, longestFiring } from '../../../lib/alerts/timeline';
import type { Span } from '../../../lib/prom/timeRange';
import { useFormats } from '../../../state/useFormats';
import { useRangeWords } from '../../explore/useRangeWords';
import styles from '../alerts.module.css';
import { Failure } from '../Failure';
import { Timeline } from '../Timeline';

/** How far back a rule is tried, in seconds. */
const WIDTHS = [86_400, 604_800] as const;

interface Tried {
  readonly text: string;
  readonly span: Span;
  readonly result: Backtest | undefined;
}

/** When a rule would have fired on what is stored. */
export function BacktestPanel({ rule }: { rule: Rule | undefined }) {
  const { t } = useTranslation();
  const { last } = useRangeWords();
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: ({ seconds, tried }: { seconds: number; tried: Rule }) => tryOut(tried, seconds),
  });
  const outdated = data !== undefined && (rule === undefined || ruleText(rule) !== data.text);
  return (
    <section className={styles.backtest} aria-label={t('backtest.title')}>
      <div className={styles.actions}>
        <strong>{t('backtest.title')}</strong>
        {WIDTHS.map((seconds) => (
          <Button
            key={seconds}
            size="xs"
            variant="default"
            leftSection={<IconHistoryToggle size={14} aria-hidden />}
            disabled={rule === undefined || isPending}
            onClick={() => rule !== undefined && mutate({ seconds, tried: rule })}
          >
            {last(seconds)}
          </Button>
        ))}
        <span className={styles.hint} role="status">
          {isPending && t('backtest.running')}
          {outdated && t('backtest.outdated')}
          {data === undefined && !isPending && t('backtest.hint')}
        </span>
      </div>
      <Failure error={error} />
      {data !== undefined && <Result tried={data} dim={outdated} />}
    </section>
  );
}

function Result({ tried: { result, span }, dim }: { tried: Tried; dim: boolean }) {
  const { t } = useTranslation();
  const { duration, count } = useFormats();
  const lanes = useMemo(() => (result === undefined ? [] : backtestLanes(result, span)), [result, span]);
  if (result === undefined || Number(result.evaluations) === 0) return <p>{t('backtest.nothing')}</p>;
  const longest = longestFiring(lanes);
  return (
    <div data-dim={dim} className={styles.tried}>
      <p className={styles.summary} role="status">
        {t('backtest.fired', { count: Number(result.fired), formatted: count(result.fired) })}{' '}
        {longest > 0 && t('backtest.longest', { time: duration(longest) })}
      </p>
      {result.truncated && <p className={styles.hint}>{t('backtest.truncated')}</p>}
      {lanes.length > 0 && <Timeline lanes={lanes} span={span} label={t('backtest.timeline')} />}
    </div>
  );
}

async function tryOut(rule: Rule, seconds: number): Promise<Tried> {
  const to = Date.now();
  const [result] = await backtest(fileOf(rule), seconds, to);
  return { text: ruleText(rule), span: { from: to - seconds * 1000, to }, result };
}
