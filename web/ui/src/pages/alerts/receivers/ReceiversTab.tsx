import { Button } from '@mantine/core';
import { IconSend, IconUserOff } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { alertConfigQuery, receiversQuery, testReceiver } from '../../../api/alertQueries';
import type { Receiver } from '../../../api/types';
import { Notice } from '../../../components/Notice';
import { Panel, Section } from '../../../components/Page';
import styles from '../alerts.module.css';
import { Failure } from '../Failure';
import { Loaded } from '../Loaded';
import { ChannelFacts } from './ChannelFacts';
import { DeadLetters } from './DeadLetters';

/** Who is told, how the deliveries fare, and what was given up. */
export default function ReceiversTab() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(receiversQuery());
  return (
    <Loaded hasData={data !== undefined} error={error} retry={() => void refetch()}>
      <DeadLetters />
      {data?.length === 0 && (
        <Panel>
          <Notice icon={<IconUserOff />} title={t('receivers.emptyTitle')} text={t('receivers.emptyText')} />
        </Panel>
      )}
      <ul className={styles.cards}>
        {data?.map((receiver) => (
          <ReceiverCard key={receiver.name} receiver={receiver} />
        ))}
      </ul>
      <Configuration />
    </Loaded>
  );
}

function ReceiverCard({ receiver }: { receiver: Receiver }) {
  const { t } = useTranslation();
  const { name, channels } = receiver;
  const test = useMutation({ mutationFn: () => testReceiver(name) });
  return (
    <li className={styles.card}>
      <div className={styles.cardHead}>
        <h2>{name}</h2>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconSend size={14} aria-hidden />}
          disabled={test.isPending || channels.length === 0}
          title={t('receivers.testHelp')}
          aria-label={t('receivers.testOf', { name })}
          onClick={() => test.mutate()}
        >
          {t('receivers.test')}
        </Button>
      </div>
      {channels.length === 0 && <p className={styles.hint}>{t('receivers.noChannels')}</p>}
      {channels.map((channel, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a channel is what stands at its place in the configuration
        <ChannelFacts key={i} channel={channel} />
      ))}
      <div role="status">
        {test.isPending && <p className={styles.hint}>{t('receivers.testing')}</p>}
        {test.data !== undefined && (
          <ul className={styles.results}>
            {test.data.results.map((result) => (
              <li key={result}>{result}</li>
            ))}
          </ul>
        )}
      </div>
      <Failure error={test.error} />
    </li>
  );
}

function Configuration() {
  const { t } = useTranslation();
  const { data } = useQuery(alertConfigQuery());
  if (data === undefined) return null;
  return (
    <Section title={t('receivers.config')} note={t('receivers.configNote')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre className={styles.yaml} tabIndex={0} aria-label={t('receivers.config')} role="region">
        {data}
      </pre>
    </Section>
  );
}
