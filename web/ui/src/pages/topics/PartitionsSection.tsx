import { useTranslation } from 'react-i18next';
import type { Partition } from '../../api/types';
import { Section } from '../../components/Page';
import { DataTable } from '../../components/table/DataTable';
import { useLocalSort } from '../../components/table/useLocalSort';
import { useFormats } from '../../state/useFormats';
import { useListState } from '../../state/useListState';
import { usePartitionColumns } from './partitionColumns';

type Sort = 'partition' | 'status' | 'leader' | 'preferred' | 'earliest' | 'latest' | 'size';

const SPEC = {
  sorts: [
    'partition',
    'status',
    'leader',
    'preferred',
    'earliest',
    'latest',
    'size',
  ] as const satisfies readonly Sort[],
  sort: 'partition' as Sort,
  order: 'asc' as const,
};

export function PartitionsSection({ partitions }: { partitions: readonly Partition[] }) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const list = useListState<Sort>(SPEC);
  const { state } = list;
  const columns = usePartitionColumns();
  const rows = useLocalSort(partitions, columns, state);
  return (
    <Section title={t('topic.partitions')} note={count(partitions.length)}>
      <DataTable
        label={t('topic.partitionsTable')}
        columns={columns}
        total={rows.length}
        rowAt={(index) => rows[index]}
        keyOf={(row) => String(row.partition)}
        sorting={{ ...state, onSort: (id, first) => list.sortBy(id as Sort, first) }}
        layout="content"
        minWidth={880}
        firstRow={state.row}
        question={`${state.sort} ${state.order}`}
        onFirstRow={list.scrollTo}
      />
    </Section>
  );
}
