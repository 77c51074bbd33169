import { Button } from '@mantine/core';
import { IconBellOff, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { silencesQuery } from '../../../api/alertQueries';
import { Notice } from '../../../components/Notice';
import { Panel, Section } from '../../../components/Page';
import { parseMatchers } from '../../../lib/alerts/matchers';
import { type ApiSilence, newSilence, SILENCE_STATES, silenceForm, silencesIn } from '../../../lib/alerts/silence';
import { useAlertParams } from '../../../state/alerts/useAlertParams';
import styles from '../alerts.module.css';
import { Loaded } from '../Loaded';
import { author } from './author';
import { SilenceEditor } from './SilenceEditor';
import { SilenceItem } from './SilenceItem';

/** The most expired silences that are listed. */
const EXPIRED = 100;

/** Who is not told of what, and until when. */
export default function SilencesTab() {
  const { t } = useTranslation();
  const { change } = useAlertParams();
  const { data, error, refetch } = useQuery(silencesQuery());
  return (
    <Loaded hasData={data !== undefined} error={error} retry={() => void refetch()}>
      <Editing silences={data ?? []} />
      <div className={styles.actions}>
        <Button
          size="sm"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => change({ silence: 'new', matchers: undefined })}
        >
          {t('silences.new')}
        </Button>
      </div>
      {data?.length === 0 && (
        <Panel>
          <Notice icon={<IconBellOff />} title={t('silences.emptyTitle')} text={t('silences.emptyText')} />
        </Panel>
      )}
      {SILENCE_STATES.map((state) => {
        const found = silencesIn(data ?? [], state).slice(0, EXPIRED);
        if (found.length === 0) return null;
        return (
          <Section key={state} title={t(`silenceState.${state}`)} note={found.length}>
            <ul className={styles.cards}>
              {found.map((silence) => (
                <SilenceItem key={silence.id} silence={silence} />
              ))}
            </ul>
          </Section>
        );
      })}
    </Loaded>
  );
}

/** The form, for as long as the address asks for it. */
function Editing({ silences }: { silences: readonly ApiSilence[] }) {
  const { params } = useAlertParams();
  const wanted = params.get('silence') ?? '';
  const matchers = params.get('matchers') ?? '';
  const known = silences.find(({ id }) => id === wanted);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is asked for again and again, and what a person has begun to write stays
  const begin = useMemo(() => {
    if (wanted === 'new') return newSilence(parseMatchers(matchers) ?? [], author());
    return known === undefined ? undefined : silenceForm(known, Date.now());
  }, [wanted, matchers, known?.id]);
  return begin === undefined ? null : <SilenceEditor key={`${wanted} ${matchers}`} begin={begin} />;
}
