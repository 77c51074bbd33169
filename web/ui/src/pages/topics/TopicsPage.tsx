import { Button, Switch } from '@mantine/core';
import { IconSearchOff, IconStack2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { type TopicQuery, topicsQuery } from '../../api/queries';
import type { Topic, TopicPage } from '../../api/types';
import controls from '../../components/controls.module.css';
import { Guard } from '../../components/Guard';
import { Notice } from '../../components/Notice';
import { Page, Panel } from '../../components/Page';
import { SearchBox } from '../../components/SearchBox';
import { DataTable } from '../../components/table/DataTable';
import { SkeletonTable } from '../../components/table/SkeletonTable';
import { useCluster } from '../../state/useCluster';
import { useFormats } from '../../state/useFormats';
import { type ListControl, useListState } from '../../state/useListState';
import { usePagedRows } from '../../state/usePagedRows';
import { useTopicColumns } from './columns';

type Sort = NonNullable<TopicQuery['sort']>;

const SORTS = [
  'name',
  'partitions',
  'replicationFactor',
  'underReplicatedPartitions',
  'offlinePartitions',
  'messages',
  'sizeBytes',
  'groups',
] as const satisfies readonly Sort[];

const SPEC = { sorts: SORTS, sort: 'name' as Sort, order: 'asc' as const };

/** All topics of the cluster. Kafka's own are left out until they are asked for. */
export default function TopicsPage() {
  const { t } = useTranslation();
  const { summary } = useCluster();
  const list = useListState(SPEC);
  const { state } = list;
  const [params] = useSearchParams();
  const query: TopicQuery = {
    sort: state.sort,
    order: state.order,
    internal: params.get('internal') === 'true',
    ...(state.search === '' ? {} : { search: state.search }),
  };
  const rows = usePagedRows((page) => topicsQuery(summary.name, query, page), readPage, state.row);
  const columns = useTopicColumns(summary.name);
  return (
    <Page title={t('topics.title')} cluster={summary.name}>
      <Toolbar list={list} found={rows.total} />
      <Guard
        hasData={rows.total !== undefined}
        error={rows.error}
        retry={rows.retry}
        skeleton={<SkeletonTable label={t('topics.table')} columns={columns} rows={14} layout="fill" />}
      >
        {rows.total === 0 ? (
          <NoTopics list={list} />
        ) : (
          <DataTable
            label={t('topics.table')}
            columns={columns}
            total={rows.total ?? 0}
            rowAt={rows.rowAt}
            keyOf={(row: Topic) => row.name}
            layout="fill"
            tallWhenNarrow
            sorting={{ ...state, onSort: (id, first) => list.sortBy(id as Sort, first) }}
            outdated={rows.outdated}
            firstRow={state.row}
            question={JSON.stringify(query)}
            onFirstRow={list.scrollTo}
            onRange={rows.onRange}
          />
        )}
      </Guard>
    </Page>
  );
}

function readPage(answer: TopicPage) {
  return { total: answer.total, rows: answer.topics };
}

function Toolbar({ list, found }: { list: ListControl<Sort>; found: number | undefined }) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const [params, setParams] = useSearchParams();
  const showInternal = (shown: boolean) =>
    setParams((now) => {
      const next = new URLSearchParams(now);
      next.delete('row');
      if (shown) next.set('internal', 'true');
      else next.delete('internal');
      return next;
    });
  return (
    <search className={controls.toolbar}>
      <SearchBox label={t('topics.search')} value={list.state.search} onSearch={list.search} />
      <Switch
        label={t('topics.internal')}
        checked={params.get('internal') === 'true'}
        onChange={(event) => showInternal(event.currentTarget.checked)}
      />
      {found !== undefined && (
        <span className={`k-num ${controls.found}`} role="status">
          {t('topics.found', { count: found, formatted: count(found) })}
        </span>
      )}
    </search>
  );
}

function NoTopics({ list }: { list: ListControl<Sort> }) {
  const { t } = useTranslation();
  const { search } = list.state;
  return (
    <Panel>
      {search === '' ? (
        <Notice icon={<IconStack2 />} title={t('topics.emptyTitle')} text={t('topics.emptyText')} />
      ) : (
        <Notice icon={<IconSearchOff />} title={t('topics.noMatchTitle')} text={t('topics.noMatchText', { search })}>
          <Button variant="default" onClick={() => list.search('')}>
            {t('list.clearSearch')}
          </Button>
        </Notice>
      )}
    </Panel>
  );
}
