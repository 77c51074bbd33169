import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertEvent } from '../../../api/types';
import type { Column } from '../../../components/table/column';
import { DataTable } from '../../../components/table/DataTable';
import { Badge, type Tone } from '../../../components/values';
import type { Formats } from '../../../lib/format';
import { useFormats } from '../../../state/useFormats';
import { LabelChips } from '../LabelChips';

const TONES: Record<AlertEvent['kind'], Tone> = {
  firing: 'bad',
  resolved: 'ok',
  notified: 'neutral',
  failed: 'bad',
  suppressed: 'neutral',
  unsuppressed: 'neutral',
};

interface NumberedEvent extends AlertEvent {
  readonly number: number;
}

/** All events, the newest first. */
export function EventTable({ events }: { events: readonly AlertEvent[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const rows = useMemo(() => events.map((event, number) => ({ ...event, number })).reverse(), [events]);
  const columns = useMemo(() => columnsFor(t, formats), [t, formats]);
  return (
    <DataTable
      label={t('alerts.events')}
      columns={columns}
      total={rows.length}
      rowAt={(i) => rows[i]}
      keyOf={({ number }) => String(number)}
      layout="content"
      minWidth={760}
    />
  );
}

function columnsFor(t: TFunction, { dateTime }: Formats): Column<NumberedEvent>[] {
  return [
    {
      id: 'at',
      header: t('alerts.time'),
      width: 'minmax(190px, 0.7fr)',
      cell: ({ at }) => <span className="k-num">{dateTime(new Date(at))}</span>,
    },
    {
      id: 'kind',
      header: t('alerts.event'),
      width: '150px',
      cell: ({ kind }) => <Badge tone={TONES[kind]}>{t(`eventKind.${kind}`)}</Badge>,
    },
    {
      id: 'alert',
      header: t('alerts.alert'),
      width: 'minmax(220px, 2fr)',
      cell: ({ labels }) => (
        <>
          {labels.alertname} <LabelChips labels={labels} />
        </>
      ),
    },
    {
      id: 'detail',
      header: t('alerts.detail'),
      width: 'minmax(140px, 1.2fr)',
      cell: ({ detail }) => <span title={detail}>{detail}</span>,
    },
  ];
}
