import { Button } from '@mantine/core';
import { IconRefresh, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deadLettersQuery, dropDeadLetter, refreshAlerts, retryDeadLetter } from '../../../api/alertQueries';
import type { DeadLetter } from '../../../api/types';
import { ConfirmButton } from '../../../components/ConfirmButton';
import { Section } from '../../../components/Page';
import { useFormats } from '../../../state/useFormats';
import styles from '../alerts.module.css';
import { Failure } from '../Failure';
import { LabelChips } from '../LabelChips';

/** Messages that were given up: somebody was not told. */
export function DeadLetters() {
  const { t } = useTranslation();
  const { data } = useQuery(deadLettersQuery());
  if (data === undefined || data.length === 0) return null;
  return (
    <Section title={t('receivers.deadLetters')} note={t('receivers.deadNote')}>
      <ul className={styles.cards}>
        {data.map((letter) => (
          <Letter key={letter.id} letter={letter} />
        ))}
      </ul>
    </Section>
  );
}

function Letter({ letter }: { letter: DeadLetter }) {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const client = useQueryClient();
  const onSuccess = () => refreshAlerts(client);
  const retry = useMutation({ mutationFn: () => retryDeadLetter(letter.id), onSuccess });
  const drop = useMutation({ mutationFn: () => dropDeadLetter(letter.id), onSuccess });
  return (
    <li className={styles.card} data-tone="bad">
      <div className={styles.cardHead}>
        <span>
          <strong>{letter.alerts.join(', ')}</strong> <LabelChips labels={letter.groupLabels} />
        </span>
        <span className={styles.actions}>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconRefresh size={14} aria-hidden />}
            disabled={retry.isPending}
            onClick={() => retry.mutate()}
          >
            {t('receivers.retry')}
          </Button>
          <ConfirmButton
            label={t('receivers.drop')}
            icon={<IconTrash size={14} aria-hidden />}
            disabled={drop.isPending}
            onConfirm={() => drop.mutate()}
          />
        </span>
      </div>
      <p className={styles.error}>{letter.reason}</p>
      <p className={styles.hint}>
        {letter.receiver} · {letter.kind} · {dateTime(new Date(letter.at))}
      </p>
      <Failure error={retry.error ?? drop.error} />
    </li>
  );
}
