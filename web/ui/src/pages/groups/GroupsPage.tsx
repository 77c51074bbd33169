import { Button, NativeSelect } from '@mantine/core';
import { IconSearchOff, IconUsersGroup } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { type GroupQuery, groupsQuery } from '../../api/queries';
import type { Group, GroupPage } from '../../api/types';
import controls from '../../components/controls.module.css';
import { Guard } from '../../components/Guard';
import { Notice } from '../../components/Notice';
import { Page, Panel } from '../../components/Page';
import { SearchBox } from '../../components/SearchBox';
import { DataTable } from '../../components/table/DataTable';
import { SkeletonTable } from '../../components/table/SkeletonTable';
import { GROUP_TYPES, readGroupType } from '../../lib/groupType';
import { readVerdictFilter, VERDICTS } from '../../lib/verdict';
import { useCluster } from '../../state/useCluster';
import { useFormats } from '../../state/useFormats';
import { useIsNarrow } from '../../state/useIsNarrow';
import { type ListControl, useListState } from '../../state/useListState';
import { usePagedRows } from '../../state/usePagedRows';
import { useGroupColumns } from './columns';
import { Overview } from './Overview';

type Sort = NonNullable<GroupQuery['sort']>;

const SPEC = {
  sorts: [
    'group',
    'verdict',
    'type',
    'state',
    'members',
    'topics',
    'totalLag',
    'maxLagSeconds',
    'secondsUntilLoss',
    'ageSeconds',
  ] as const satisfies readonly Sort[],
  sort: 'verdict' as Sort,
  order: 'desc' as const,
};

/** All groups of the cluster, the worst first. */
export default function GroupsPage() {
  const { t } = useTranslation();
  const { summary } = useCluster();
  const list = useListState(SPEC);
  const filter = useFilter();
  const { state } = list;
  const query: GroupQuery = {
    sort: state.sort,
    order: state.order,
    ...(state.search === '' ? {} : { search: state.search }),
    ...(filter.type === undefined ? {} : { type: filter.type }),
    ...(filter.verdict === undefined ? {} : { verdict: filter.verdict }),
  };
  const rows = usePagedRows((page) => groupsQuery(summary.name, query, page), readPage, state.row);
  const narrow = useIsNarrow();
  const columns = useGroupColumns(summary.name, rows.receivedAt);
  return (
    <Page title={t('groups.title')} cluster={summary.name}>
      <Overview />
      <Toolbar list={list} filter={filter} found={rows.total} />
      <Guard
        hasData={rows.total !== undefined}
        error={rows.error}
        retry={rows.retry}
        skeleton={<SkeletonTable label={t('groups.table')} columns={columns} rows={12} layout="fill" />}
      >
        {rows.total === 0 ? (
          <NoGroups list={list} filter={filter} />
        ) : (
          <DataTable
            label={t('groups.table')}
            columns={columns}
            total={rows.total ?? 0}
            rowAt={rows.rowAt}
            keyOf={(row: Group) => row.group}
            layout="fill"
            tallWhenNarrow
            minWidth={narrow ? 0 : 1_230}
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

function readPage(answer: GroupPage) {
  return { total: answer.total, rows: answer.groups };
}

interface Filter {
  readonly type: GroupQuery['type'];
  readonly verdict: GroupQuery['verdict'];
  readonly choose: (name: 'type' | 'verdict', value: string) => void;
  readonly clear: () => void;
}

function useFilter(): Filter {
  const [params, setParams] = useSearchParams();
  return useMemo(() => {
    const change = (values: Record<string, string>) => setParams((now) => withFilter(now, values));
    return {
      type: readGroupType(params.get('type')),
      verdict: readVerdictFilter(params.get('verdict')),
      choose: (name, value) => change({ [name]: value }),
      clear: () => change({ type: '', verdict: '' }),
    };
  }, [params, setParams]);
}

/** Another filter is another list: it begins at its first row. */
function withFilter(params: URLSearchParams, values: Record<string, string>): URLSearchParams {
  const next = new URLSearchParams(params);
  next.delete('row');
  for (const [name, value] of Object.entries(values)) {
    if (value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
}

interface ToolbarProps {
  readonly list: ListControl<Sort>;
  readonly filter: Filter;
  readonly found: number | undefined;
}

function Toolbar({ list, filter, found }: ToolbarProps) {
  const { t } = useTranslation();
  const { count } = useFormats();
  return (
    <search className={controls.toolbar}>
      <SearchBox label={t('groups.search')} value={list.state.search} onSearch={list.search} />
      <NativeSelect
        aria-label={t('verdict.label')}
        value={filter.verdict ?? ''}
        onChange={(event) => filter.choose('verdict', event.currentTarget.value)}
        data={[
          { value: '', label: t('groups.allVerdicts') },
          { value: 'alarming', label: t('groups.alarming') },
          ...[...VERDICTS].reverse().map((verdict) => ({ value: verdict, label: t(`verdictWord.${verdict}`) })),
        ]}
      />
      <NativeSelect
        aria-label={t('group.type')}
        value={filter.type ?? ''}
        onChange={(event) => filter.choose('type', event.currentTarget.value)}
        data={[
          { value: '', label: t('groups.allTypes') },
          ...GROUP_TYPES.map((type) => ({ value: type, label: t(`groupType.${type}`) })),
        ]}
      />
      {found !== undefined && (
        <span className={`k-num ${controls.found}`} role="status">
          {t('groups.found', { count: found, formatted: count(found) })}
        </span>
      )}
    </search>
  );
}

function NoGroups({ list, filter }: { list: ListControl<Sort>; filter: Filter }) {
  const { t } = useTranslation();
  const { search } = list.state;
  if (search === '' && filter.type === undefined && filter.verdict === undefined) {
    return (
      <Panel>
        <Notice icon={<IconUsersGroup />} title={t('groups.emptyTitle')} text={t('groups.emptyText')} />
      </Panel>
    );
  }
  return (
    <Panel>
      <Notice
        icon={<IconSearchOff />}
        title={t('groups.noMatchTitle')}
        text={search === '' ? t('groups.noMatchType') : t('groups.noMatchText', { search })}
      >
        <Button variant="default" onClick={() => (search === '' ? filter.clear() : list.search(''))}>
          {search === '' ? t('list.clearFilters') : t('list.clearSearch')}
        </Button>
      </Notice>
    </Panel>
  );
}
