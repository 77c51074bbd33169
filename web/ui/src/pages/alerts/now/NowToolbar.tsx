import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import controls from '../../../components/controls.module.css';
import { SearchBox } from '../../../components/SearchBox';
import { type AlertFilter, type AlertRow, countStates, severitiesOf } from '../../../lib/alerts/rows';
import { useAlertParams } from '../../../state/alerts/useAlertParams';
import { useFormats } from '../../../state/useFormats';

interface Props {
  readonly rows: readonly AlertRow[];
  readonly found: number;
  readonly filter: AlertFilter;
}

export function NowToolbar({ rows, found, filter }: Props) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const { params, change } = useAlertParams();
  const counts = countStates(rows);
  const option = (state: 'firing' | 'pending' | 'suppressed') => ({
    value: state,
    label: `${t(`alertState.${state}`)} (${count(counts[state])})`,
  });
  return (
    <search className={controls.toolbar}>
      <SearchBox label={t('alerts.search')} value={filter.search} onSearch={(q) => change({ q }, true)} />
      <NativeSelect
        aria-label={t('alerts.state')}
        value={filter.state ?? ''}
        onChange={(event) => change({ state: event.currentTarget.value })}
        data={[{ value: '', label: t('alerts.allStates') }, option('firing'), option('pending'), option('suppressed')]}
      />
      <NativeSelect
        aria-label={t('alerts.severity')}
        value={filter.severity}
        onChange={(event) => change({ severity: event.currentTarget.value })}
        data={[
          { value: '', label: t('alerts.allSeverities') },
          ...[...new Set([...severitiesOf(rows), filter.severity])].filter((one) => one !== ''),
        ]}
      />
      <NativeSelect
        aria-label={t('alerts.groupBy')}
        value={params.get('by') ?? ''}
        onChange={(event) => change({ by: event.currentTarget.value })}
        data={[
          { value: '', label: t('alerts.byRule') },
          { value: 'group', label: t('alerts.byGroup') },
        ]}
      />
      <span className={`k-num ${controls.found}`} role="status">
        {t('alerts.found', { count: found, formatted: count(found) })}
      </span>
    </search>
  );
}
