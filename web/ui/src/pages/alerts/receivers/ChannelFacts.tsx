import { useTranslation } from 'react-i18next';
import type { ReceiverChannel } from '../../../api/types';
import { Alarm, Badge, Count, Unknown } from '../../../components/values';
import { useFormats } from '../../../state/useFormats';
import { useNow } from '../../../state/useNow';
import styles from '../alerts.module.css';

/** One way in which a receiver is told, and how it goes. */
export function ChannelFacts({ channel }: { channel: ReceiverChannel }) {
  const { t } = useTranslation();
  const { kind, sendResolved, delivered, failedAttempts, waiting, deadLetters, lastError } = channel;
  return (
    <div className={styles.channel}>
      <div className={styles.itemHead}>
        <Badge tone={lastError === undefined ? 'ok' : 'bad'}>{kind}</Badge>
        {!sendResolved && <span className={styles.hint}>{t('receivers.firingOnly')}</span>}
      </div>
      <dl className={styles.numbers}>
        <div>
          <dt>{t('receivers.delivered')}</dt>
          <dd>
            <Count value={delivered} />
          </dd>
        </div>
        <div>
          <dt>{t('receivers.lastDelivered')}</dt>
          <dd>
            <Ago at={channel.lastDelivered} />
          </dd>
        </div>
        <div>
          <dt>{t('receivers.failedAttempts')}</dt>
          <dd>
            <Count value={failedAttempts} />
          </dd>
        </div>
        <div>
          <dt>{t('receivers.waiting')}</dt>
          <dd>
            <Alarm value={waiting} tone="warn" />
          </dd>
        </div>
        <div>
          <dt>{t('receivers.nextAttempt')}</dt>
          <dd>
            <Until at={channel.nextAttempt} />
          </dd>
        </div>
        <div>
          <dt>{t('receivers.deadLetters')}</dt>
          <dd>
            <Alarm value={deadLetters} tone="bad" />
          </dd>
        </div>
      </dl>
      {lastError !== undefined && <p className={styles.error}>{lastError}</p>}
    </div>
  );
}

function Ago({ at }: { at: string | undefined }) {
  const { t } = useTranslation();
  const { age, dateTime } = useFormats();
  const now = useNow();
  if (at === undefined) return <Unknown reason={t('receivers.never')} />;
  const time = age((now - Date.parse(at)) / 1000);
  return <span title={dateTime(new Date(at))}>{t('history.ago', { age: time })}</span>;
}

function Until({ at }: { at: string | undefined }) {
  const { t } = useTranslation();
  const { age, dateTime } = useFormats();
  const now = useNow();
  if (at === undefined) return <Unknown reason={t('receivers.noneWaits')} />;
  const time = age((Date.parse(at) - now) / 1000);
  return <span title={dateTime(new Date(at))}>{t('receivers.in', { time })}</span>;
}
