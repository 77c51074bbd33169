import { Button } from '@mantine/core';
import { IconCircleCheck, IconSearchOff } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../components/Notice';
import { Panel } from '../../../components/Page';
import { type AlertFilter, type AlertRow, type AlertState, filtered } from '../../../lib/alerts/rows';
import { useAlertParams } from '../../../state/alerts/useAlertParams';
import { useAlerts } from '../../../state/alerts/useAlerts';
import { useIsNarrow } from '../../../state/useIsNarrow';
import styles from '../alerts.module.css';
import { Loaded } from '../Loaded';
import { AlertDetails } from './AlertDetails';
import { AlertList } from './AlertList';
import { NowToolbar } from './NowToolbar';

const STATES: readonly AlertState[] = ['firing', 'pending', 'suppressed'];

/** What is wrong now. */
export function NowTab() {
  const { rows, error, retry } = useAlerts();
  const { params } = useAlertParams();
  const filter: AlertFilter = useMemo(
    () => ({
      search: params.get('q') ?? '',
      severity: params.get('severity') ?? '',
      state: STATES.find((state) => state === params.get('state')),
    }),
    [params],
  );
  const found = useMemo(() => filtered(rows ?? [], filter), [rows, filter]);
  return (
    <Loaded hasData={rows !== undefined} error={error} retry={retry}>
      <NowToolbar rows={rows ?? []} found={found.length} filter={filter} />
      <Found all={rows ?? []} found={found} />
    </Loaded>
  );
}

function Found({ all, found }: { all: readonly AlertRow[]; found: readonly AlertRow[] }) {
  const { params, change } = useAlertParams();
  const narrow = useIsNarrow();
  const key = params.get('alert') ?? '';
  const chosen = all.find((row) => row.key === key);
  const close = () => change({ alert: undefined });
  if (chosen !== undefined && narrow) return <AlertDetails row={chosen} onClose={close} />;
  return (
    <div className={styles.columns}>
      {found.length === 0 ? <Nothing any={all.length > 0} /> : <AlertList rows={found} chosen={key} />}
      {chosen !== undefined && <AlertDetails row={chosen} onClose={close} />}
    </div>
  );
}

function Nothing({ any }: { any: boolean }) {
  const { t } = useTranslation();
  const { change } = useAlertParams();
  return (
    <div className={styles.list}>
      <Panel>
        {any ? (
          <Notice icon={<IconSearchOff />} title={t('alerts.noMatchTitle')} text={t('alerts.noMatchText')}>
            <Button variant="default" onClick={() => change({ q: '', severity: '', state: '' })}>
              {t('list.clearFilters')}
            </Button>
          </Notice>
        ) : (
          <Notice icon={<IconCircleCheck />} title={t('alerts.quietTitle')} text={t('alerts.quietText')} />
        )}
      </Panel>
    </div>
  );
}
