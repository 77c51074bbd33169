import { Button } from '@mantine/core';
import { IconAlertOctagon, IconClockX, IconPlugConnectedX } from '@tabler/icons-react';
import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { PromError, PromErrorType } from '../../api/prometheus';
import { Notice } from '../../components/Notice';
import { formatDuration } from '../../lib/prom/duration';
import { errorStretch } from '../../lib/prom/errorPosition';
import type { View } from '../../lib/prom/exploreState';
import { allowedStep } from '../../lib/prom/step';
import { useExploreContext } from '../../state/explore/ExploreContext';
import styles from './explore.module.css';

interface Words {
  readonly title: ParseKeys;
  readonly text: ParseKeys;
}

const INTERNAL: Words = { title: 'error.internalTitle', text: 'queryError.internalText' };
const MISSING: Words = { title: 'queryError.missingTitle', text: 'queryError.missingText' };
const REFUSED: Words = { title: 'queryError.badTitle', text: 'queryError.badText' };

const WORDS: Record<PromErrorType, Words> = {
  bad_data: REFUSED,
  not_acceptable: REFUSED,
  not_found: MISSING,
  missing: MISSING,
  no_store: { title: 'noStore.title', text: 'noStore.text' },
  execution: { title: 'queryError.executionTitle', text: 'queryError.executionText' },
  timeout: { title: 'queryError.timeoutTitle', text: 'queryError.timeoutText' },
  canceled: { title: 'queryError.canceledTitle', text: 'queryError.canceledText' },
  unavailable: { title: 'queryError.unavailableTitle', text: 'queryError.unavailableText' },
  internal: INTERNAL,
  unreadable: INTERNAL,
  unreachable: { title: 'error.unreachableTitle', text: 'queryError.unreachableText' },
  unauthorized: { title: 'error.unauthorizedTitle', text: 'error.unauthorizedText' },
  forbidden: { title: 'error.forbiddenTitle', text: 'error.forbiddenText' },
};

/** Upstream's answer to a step so small that a series would have more than 11,000 points. */
const TOO_MANY_POINTS = 'exceeded maximum resolution';

/** A query that failed: what that means, where it lies, the server's own words, and what to do. */
export function QueryError({ error, expr, view }: { error: PromError; expr: string; view: View }) {
  const { t } = useTranslation();
  const { asking } = useExploreContext();
  if (error.message.includes(TOO_MANY_POINTS)) return <TooManyPoints error={error} />;
  if (error.type === 'missing' && view === 'explain') return <NoPlans />;
  const words = WORDS[error.type] ?? INTERNAL;
  return (
    <Notice
      icon={<ErrorIcon type={error.type} />}
      tone="bad"
      title={t(words.title)}
      text={t(words.text)}
      detail={error.message}
      heading="h3"
    >
      <Place expr={expr} message={error.message} />
      {error.type !== 'bad_data' && (
        <Button size="xs" onClick={asking.again}>
          {t('error.retry')}
        </Button>
      )}
    </Notice>
  );
}

function TooManyPoints({ error }: { error: PromError }) {
  const { t } = useTranslation();
  const { span, change } = useExploreContext();
  const step = span === undefined ? undefined : allowedStep(span);
  return (
    <Notice
      icon={<IconAlertOctagon />}
      tone="bad"
      title={t('queryError.pointsTitle')}
      text={t('queryError.pointsText')}
      detail={error.message}
      heading="h3"
    >
      <Button size="xs" onClick={() => change({ step: undefined })}>
        {t('queryError.autoStep')}
      </Button>
      {step !== undefined && (
        <Button size="xs" variant="default" onClick={() => change({ step })}>
          {t('queryError.useStep', { step: formatDuration(step) })}
        </Button>
      )}
    </Notice>
  );
}

function NoPlans() {
  const { t } = useTranslation();
  return (
    <Notice
      icon={<IconAlertOctagon />}
      title={t('queryError.noPlansTitle')}
      text={t('queryError.noPlansText')}
      heading="h3"
    />
  );
}

/** The expression with the place of the error marked; the editor underlines it too, but may hold another text by now. */
function Place({ expr, message }: { expr: string; message: string }) {
  const { t } = useTranslation();
  const stretch = errorStretch(expr, message);
  if (stretch === undefined) return null;
  return (
    <pre className={styles.place}>
      {expr.slice(0, stretch.from)}
      <mark>
        <span className="k-sr">{t('queryError.place')}: </span>
        {expr.slice(stretch.from, stretch.to)}
      </mark>
      {expr.slice(stretch.to)}
    </pre>
  );
}

function ErrorIcon({ type }: { type: PromErrorType }) {
  if (type === 'unreachable') return <IconPlugConnectedX />;
  return type === 'timeout' || type === 'canceled' ? <IconClockX /> : <IconAlertOctagon />;
}
