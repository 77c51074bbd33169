import { ActionIcon, Button } from '@mantine/core';
import { IconBellOff, IconChartLine, IconUsersGroup, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useClusters } from '../../../components/shell/useClusters';
import { annotation, otherAnnotations } from '../../../lib/alerts/annotations';
import { matcherLine, matchersFor } from '../../../lib/alerts/matchers';
import type { AlertRow } from '../../../lib/alerts/rows';
import { explorePath, groupPath, newSilencePath } from '../../../lib/paths';
import { useFormats } from '../../../state/useFormats';
import { useNow } from '../../../state/useNow';
import styles from '../alerts.module.css';
import { MissingBadge, SeverityBadge, StateBadge } from './AlertItem';
import { Runbook } from './Runbook';

/** All that is known of one alert, and what can be done about it. */
export function AlertDetails({ row, onClose }: { row: AlertRow; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another alert is another heading to go to
  useEffect(() => heading.current?.focus({ preventScroll: true }), [row.key]);
  const text = (name: string) => annotation(row.annotations, name, i18n.language);
  const runbook = text('runbook') || text('runbook_url');
  return (
    <aside className={styles.details} aria-label={t('alerts.details')}>
      <div className={styles.detailsHead}>
        <h2 ref={heading} tabIndex={-1}>
          {row.name}
        </h2>
        <ActionIcon variant="subtle" color="gray" aria-label={t('alerts.close')} onClick={onClose}>
          <IconX size={17} aria-hidden />
        </ActionIcon>
      </div>
      <div className={styles.itemHead}>
        <StateBadge state={row.state} />
        {row.severity !== '' && <SeverityBadge severity={row.severity} />}
        {row.dataMissing && <MissingBadge />}
      </div>
      {text('summary') !== '' && <p className={styles.summary}>{text('summary')}</p>}
      {text('description') !== '' && <Runbook text={text('description')} />}
      {row.dataMissing && <p className={styles.hint}>{t('alerts.dataMissingHelp')}</p>}
      <Actions row={row} />
      <Facts row={row} />
      {runbook !== '' && (
        <>
          <h3>{t('alerts.runbook')}</h3>
          <Runbook text={runbook} />
        </>
      )}
      <Pairs title={t('alerts.labels')} pairs={Object.entries(row.labels)} />
      <Pairs title={t('alerts.annotations')} pairs={otherAnnotations(row.annotations)} />
    </aside>
  );
}

function Actions({ row }: { row: AlertRow }) {
  const { t } = useTranslation();
  const matchers = `{${matchersFor(row.labels).map(matcherLine).join(', ')}}`;
  return (
    <div className={styles.actions}>
      <Button
        component={Link}
        to={newSilencePath(matchers)}
        size="xs"
        variant="default"
        leftSection={<IconBellOff size={15} aria-hidden />}
      >
        {t('alerts.silence')}
      </Button>
      {row.rule !== undefined && (
        <Button
          component={Link}
          to={explorePath(row.rule.query)}
          size="xs"
          variant="default"
          leftSection={<IconChartLine size={15} aria-hidden />}
        >
          {t('alerts.explore')}
        </Button>
      )}
      <GroupLink row={row} />
    </div>
  );
}

/** The page of the consumer group that an alert is of, where it names one. */
function GroupLink({ row }: { row: AlertRow }) {
  const { t } = useTranslation();
  const clusters = useClusters().data?.clusters ?? [];
  const { consumergroup, cluster } = row.labels;
  const home = cluster ?? (clusters.length === 1 ? clusters[0]?.name : undefined);
  if (consumergroup === undefined || home === undefined) return null;
  return (
    <Button
      component={Link}
      to={groupPath(home, consumergroup)}
      size="xs"
      variant="default"
      leftSection={<IconUsersGroup size={15} aria-hidden />}
    >
      {t('alerts.openGroup')}
    </Button>
  );
}

function Facts({ row }: { row: AlertRow }) {
  const { t } = useTranslation();
  const { dateTime, duration } = useFormats();
  const now = useNow();
  const { rule, silencedBy, inhibitedBy, mutedBy, receivers } = row;
  return (
    <dl className={styles.facts}>
      <Fact name={t('alerts.since')}>
        {dateTime(new Date(row.since))} ({duration(Math.max(0, (now - row.since) / 1000))})
      </Fact>
      {row.value !== undefined && <Fact name={t('alerts.value')}>{row.value}</Fact>}
      {rule !== undefined && (
        <Fact name={t('alerts.expression')}>
          <code className={styles.expr}>{rule.query}</code>
        </Fact>
      )}
      {rule !== undefined && <Fact name={t('alerts.rule')}>{`${rule.group} · ${rule.file}`}</Fact>}
      {row.keptFiring && <Fact name={t('alerts.kept')}>{t('alerts.keptHelp')}</Fact>}
      {receivers.length > 0 && <Fact name={t('alerts.receivers')}>{receivers.join(', ')}</Fact>}
      {silencedBy.length > 0 && (
        <Fact name={t('alerts.silencedBy')}>
          {silencedBy.map((id) => (
            <Link key={id} to={`?${new URLSearchParams({ tab: 'silences', silence: id })}`} className="k-mono">
              {id}{' '}
            </Link>
          ))}
        </Fact>
      )}
      {inhibitedBy.length > 0 && <Fact name={t('alerts.inhibitedBy')}>{inhibitedBy.join(', ')}</Fact>}
      {mutedBy.length > 0 && <Fact name={t('alerts.mutedBy')}>{mutedBy.join(', ')}</Fact>}
      {rule === undefined && /^https?:\/\//.test(row.generatorUrl) && (
        <Fact name={t('alerts.source')}>
          <a href={row.generatorUrl} rel="noreferrer">
            {row.generatorUrl}
          </a>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Pairs({ title, pairs }: { title: string; pairs: readonly (readonly [string, string])[] }) {
  if (pairs.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <dl className={styles.facts}>
        {pairs.map(([name, value]) => (
          <Fact key={name} name={name}>
            {value}
          </Fact>
        ))}
      </dl>
    </>
  );
}
