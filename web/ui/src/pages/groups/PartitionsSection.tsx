import { Button } from '@mantine/core';
import { IconSearchOff, IconStack2 } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupDetail, PartitionLag } from '../../api/types';
import controls from '../../components/controls.module.css';
import { Notice } from '../../components/Notice';
import { Panel, Section } from '../../components/Page';
import { SearchBox } from '../../components/SearchBox';
import { DataTable } from '../../components/table/DataTable';
import { useLocalSort } from '../../components/table/useLocalSort';
import { maxInt64 } from '../../lib/int64';
import { matches } from '../../lib/search';
import { useFormats } from '../../state/useFormats';
import { useListState } from '../../state/useListState';
import { useWhy } from '../../state/useWhy';
import { usePartitionColumns } from './partitionColumns';

const SORTS = [
  'verdict',
  'topic',
  'partition',
  'committed',
  'end',
  'lag',
  'effectiveLag',
  'lagSeconds',
  'rates',
  'catchUp',
  'untilLoss',
  'member',
  'host',
] as const;
type Sort = (typeof SORTS)[number];

const SPEC = { sorts: SORTS, sort: 'verdict' as Sort, order: 'desc' as const };

/** More partitions than this are easier to find with a search. */
const SEARCHABLE = 12;

/** The lag of a group on each of its partitions and what is said of it, sorted and searched in the page. */
export function PartitionsSection({ detail }: { detail: GroupDetail }) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const { partitions, offsetsReadable } = detail;
  const list = useListState<Sort>(SPEC);
  const { state } = list;
  const greatest = useMemo(() => maxInt64(partitions.map(({ lag }) => lag)), [partitions]);
  const why = useWhy();
  const columns = usePartitionColumns({ offsetsReadable, greatest, onWhy: why.show });
  const found = useMemo(
    () => partitions.filter((row) => matches(state.search, textsOf(row))),
    [partitions, state.search],
  );
  const rows = useLocalSort(found, columns, state);
  return (
    <Section title={t('group.partitions')} note={count(partitions.length)}>
      {(partitions.length > SEARCHABLE || state.search !== '') && (
        <search className={controls.toolbar}>
          <SearchBox label={t('group.filterTopic')} value={state.search} onSearch={list.search} />
          {state.search !== '' && (
            <span className={`k-num ${controls.found}`} role="status">
              {t('list.shown', { found: count(rows.length), total: count(partitions.length) })}
            </span>
          )}
        </search>
      )}
      {rows.length === 0 ? (
        <NoPartitions search={state.search} clear={() => list.search('')} />
      ) : (
        <DataTable
          label={t('group.partitionsTable')}
          columns={columns}
          total={rows.length}
          rowAt={(index) => rows[index]}
          keyOf={(row) => `${row.topic} ${row.partition}`}
          sorting={{ ...state, onSort: (id, first) => list.sortBy(id as Sort, first) }}
          layout="content"
          minWidth={1720}
          firstRow={state.row}
          question={`${state.search} ${state.sort} ${state.order}`}
          onFirstRow={list.scrollTo}
        />
      )}
    </Section>
  );
}

function textsOf({ topic, clientId, memberId, host }: PartitionLag): (string | undefined)[] {
  return [topic, clientId, memberId, host];
}

function NoPartitions({ search, clear }: { search: string; clear: () => void }) {
  const { t } = useTranslation();
  return (
    <Panel>
      {search === '' ? (
        <Notice icon={<IconStack2 />} title={t('group.emptyTitle')} text={t('group.emptyText')} heading="h3" />
      ) : (
        <Notice
          icon={<IconSearchOff />}
          title={t('group.noMatchTitle')}
          text={t('group.noMatchText', { search })}
          heading="h3"
        >
          <Button variant="default" onClick={clear}>
            {t('list.clearSearch')}
          </Button>
        </Notice>
      )}
    </Panel>
  );
}
