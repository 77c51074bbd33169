import { Button } from '@mantine/core';
import { IconPlayerStopFilled } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../api/promQueries';
import { formatDuration } from '../../lib/prom/duration';
import type { View } from '../../lib/prom/exploreState';
import { samplesIn, seriesIn } from '../../lib/prom/reply';
import type { Answering } from '../../state/explore/useAnswer';
import { useFormats } from '../../state/useFormats';
import styles from './explore.module.css';

/** Before this (ms) an answer that is awaited says nothing: most come sooner, and words that flash by only trouble. */
const PATIENCE = 400;

/** Below the editor: how large the answer is and how long it took, or that it is awaited, and a way to give up. */
export function AnswerLine({ answering, view }: { answering: Answering; view: View }) {
  const { t } = useTranslation();
  const { answer, running, cancelled } = answering;
  if (running) return <Waiting cancel={answering.cancel} />;
  if (cancelled) return <span className={styles.facts}>{t('query.cancelled')}</span>;
  if (answer === undefined || answer.kind !== view) return null;
  return <Facts answer={answer} />;
}

function Waiting({ cancel }: { cancel: () => void }) {
  const { t } = useTranslation();
  const [waited, setWaited] = useState(0);
  useEffect(() => {
    const began = performance.now();
    const timer = setInterval(() => setWaited(performance.now() - began), 200);
    return () => clearInterval(timer);
  }, []);
  if (waited < PATIENCE) return null;
  return (
    <span className={styles.waiting}>
      <span className={styles.facts} role="status">
        {t('query.running')}
      </span>
      <span className={styles.facts} aria-hidden>
        {t('duration.seconds', { value: (waited / 1000).toFixed(1) })}
      </span>
      <Button size="compact-xs" variant="default" leftSection={<IconPlayerStopFilled size={12} />} onClick={cancel}>
        {t('query.cancel')}
      </Button>
    </span>
  );
}

function Facts({ answer }: { answer: Answer }) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const took = t('query.took', { formatted: count(Math.round(answer.millis)) });
  if (answer.kind === 'explain') return <span className={styles.facts}>{took}</span>;
  const series = answer.total ?? seriesIn(answer.data);
  const samples = samplesIn(answer.data);
  return (
    <span className={styles.facts}>
      {t('query.series', {
        count: series,
        formatted: answer.total === undefined ? `${count(series)}+` : count(series),
      })}
      {answer.kind === 'graph' && ` · ${t('query.samples', { count: samples, formatted: count(samples) })}`}
      {answer.kind === 'graph' && ` · ${t('query.step', { step: formatDuration(answer.grid.step) })}`}
      {` · ${took}`}
    </span>
  );
}
