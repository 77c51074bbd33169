import { Button } from '@mantine/core';
import { IconChartLine, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '../../../components/Page';
import { Badge, type Tone } from '../../../components/values';
import { annotation } from '../../../lib/alerts/annotations';
import type { PromRule, PromRuleGroup } from '../../../lib/alerts/rows';
import { explorePath } from '../../../lib/paths';
import { formatDuration } from '../../../lib/prom/duration';
import { useFormats } from '../../../state/useFormats';
import { useNow } from '../../../state/useNow';
import styles from '../alerts.module.css';
import { LabelChips } from '../LabelChips';
import { copyPath } from './copyPath';

/** Go's time of what has never been. */
const NEVER = '0001';

/** A group of rules, and how their evaluations go. */
export function RuleGroupSection({ group }: { group: PromRuleGroup }) {
  const { t } = useTranslation();
  const { age } = useFormats();
  const now = useNow();
  const last = group.lastEvaluation.startsWith(NEVER)
    ? t('rules.notYet')
    : t('history.ago', { age: age((now - Date.parse(group.lastEvaluation)) / 1000) });
  const note = t('rules.groupNote', { file: group.file, interval: formatDuration(group.interval), last });
  return (
    <Section title={group.name} note={note}>
      <ul className={styles.rules}>
        {group.rules.map((rule, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rules of one name are told apart by their place
          <RuleItem key={`${rule.name} ${i}`} rule={rule} />
        ))}
      </ul>
    </Section>
  );
}

function RuleItem({ rule }: { rule: PromRule }) {
  const { t } = useTranslation();
  const firing = rule.alerts?.length ?? 0;
  return (
    <li>
      <details className={styles.rule}>
        <summary>
          <Health rule={rule} />
          <strong className="k-cut">{rule.name}</strong>
          {rule.type === 'recording' && <span className={styles.hint}>{t('rules.recording')}</span>}
          {firing > 0 && <Badge tone="bad">{t('rules.alerts', { count: firing })}</Badge>}
          <code className={`k-cut ${styles.oneLine}`}>{rule.query}</code>
        </summary>
        <RuleFacts rule={rule} />
      </details>
    </li>
  );
}

export function Health({ rule }: { rule: PromRule | undefined }) {
  const { t } = useTranslation();
  const health = rule?.health === 'ok' || rule?.health === 'err' ? rule.health : 'unknown';
  const tones: Record<typeof health, Tone> = { ok: 'ok', err: 'bad', unknown: 'neutral' };
  return <Badge tone={tones[health]}>{t(`health.${health}`)}</Badge>;
}

function RuleFacts({ rule }: { rule: PromRule }) {
  const { t, i18n } = useTranslation();
  const { rate } = useFormats();
  const { lastError, labels = {}, annotations = {}, duration = 0, keepFiringFor = 0 } = rule;
  return (
    <div className={styles.ruleBody}>
      {lastError !== undefined && lastError !== '' && <p className={styles.error}>{lastError}</p>}
      <code className={styles.expr}>{rule.query}</code>
      <p>{annotation(annotations, 'summary', i18n.language)}</p>
      <p className={styles.hint}>
        {duration > 0 && `${t('rules.hold')}: ${formatDuration(duration)} · `}
        {keepFiringFor > 0 && `${t('rules.keepFiring')}: ${formatDuration(keepFiringFor)} · `}
        {t('rules.took', { millis: rate(rule.evaluationTime * 1000) })}
      </p>
      <LabelChips labels={labels} />
      <div className={styles.actions}>
        <Button
          component={Link}
          to={explorePath(rule.query)}
          size="xs"
          variant="default"
          leftSection={<IconChartLine size={14} aria-hidden />}
        >
          {t('alerts.explore')}
        </Button>
        {rule.type === 'alerting' && (
          <Button
            component={Link}
            to={copyPath(rule)}
            size="xs"
            variant="default"
            leftSection={<IconCopy size={14} aria-hidden />}
          >
            {t('rules.copy')}
          </Button>
        )}
      </div>
    </div>
  );
}
