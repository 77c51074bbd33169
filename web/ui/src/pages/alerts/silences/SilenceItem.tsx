import { Button } from '@mantine/core';
import { IconBellRinging, IconPencil } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { expireSilence, refreshAlerts } from '../../../api/alertQueries';
import { ConfirmButton } from '../../../components/ConfirmButton';
import { fromApi, matcherLine } from '../../../lib/alerts/matchers';
import type { ApiSilence } from '../../../lib/alerts/silence';
import { useAlertParams } from '../../../state/alerts/useAlertParams';
import { useFormats } from '../../../state/useFormats';
import { useNow } from '../../../state/useNow';
import styles from '../alerts.module.css';
import { Failure } from '../Failure';

export function SilenceItem({ silence }: { silence: ApiSilence }) {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const { change } = useAlertParams();
  const client = useQueryClient();
  const expire = useMutation({ mutationFn: () => expireSilence(silence.id), onSuccess: () => refreshAlerts(client) });
  const expired = silence.status.state === 'expired';
  return (
    <li className={styles.card} data-dim={expired}>
      <div className={styles.cardHead}>
        <span className={styles.chips}>
          {silence.matchers.map(fromApi).map((matcher) => (
            <code key={matcherLine(matcher)} className={styles.chip}>
              {matcherLine(matcher)}
            </code>
          ))}
        </span>
        <span className={styles.actions}>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPencil size={14} aria-hidden />}
            onClick={() => change({ silence: silence.id, matchers: undefined })}
          >
            {expired ? t('silences.again') : t('silences.edit')}
          </Button>
          {!expired && (
            <ConfirmButton
              label={t('silences.expire')}
              icon={<IconBellRinging size={14} aria-hidden />}
              disabled={expire.isPending}
              onConfirm={() => expire.mutate()}
            />
          )}
        </span>
      </div>
      <p>{silence.comment}</p>
      <p className={styles.hint}>
        {t('silences.span', { from: dateTime(new Date(silence.startsAt)), to: dateTime(new Date(silence.endsAt)) })}
        {' · '}
        {!expired && <Left silence={silence} />}
        {t('silences.by', { who: silence.createdBy })}
      </p>
      <Failure error={expire.error} />
    </li>
  );
}

function Left({ silence }: { silence: ApiSilence }) {
  const { t } = useTranslation();
  const { duration } = useFormats();
  const now = useNow();
  const pending = silence.status.state === 'pending';
  const seconds = Math.max(0, (Date.parse(pending ? silence.startsAt : silence.endsAt) - now) / 1000);
  const time = duration(seconds);
  return <>{`${pending ? t('silences.begins', { time }) : t('silences.left', { time })} · `}</>;
}
