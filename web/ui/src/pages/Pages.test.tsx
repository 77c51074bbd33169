import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { CLUSTER, DETAIL, GROUP, HISTORY, JUDGED, SNAPSHOT, serve, show } from '../testApp';

const GROUPS = '/clusters/demo/groups';
const page = (groups: object[]) => ({ snapshot: SNAPSHOT, page: 1, pageSize: 200, total: groups.length, groups });
const link = (name: string) => screen.findByRole('link', { name });
const base = { '/clusters': { clusters: [CLUSTER] } };

test('home_oneCluster_leadsToItsGroups', async () => {
  serve({ ...base, [GROUPS]: page([GROUP]) });
  await show('/');
  const row = (await link('slow-consumer')).closest('[role=row]') as HTMLElement;
  expect(within(row).getByText('12,345')).toBeDefined();
  expect(document.title).toBe('Groups · demo · Klamm');
});

test('groups_inKorean_haveKoreanWords', async () => {
  serve({ ...base, [GROUPS]: page([GROUP]) });
  await show(GROUPS, 'ko');
  expect(await screen.findByRole('heading', { level: 1, name: '컨슈머 그룹' })).toBeDefined();
  expect(await screen.findByText('그룹 1개')).toBeDefined();
  expect(document.documentElement.lang).toBe('ko');
});

test('groups_lagUnknown_isADashWithAReason', async () => {
  const { totalLag: _, ...unknown } = GROUP;
  serve({ ...base, [GROUPS]: page([unknown]) });
  await show(GROUPS);
  const row = (await link('slow-consumer')).closest('[role=row]') as HTMLElement;
  expect(within(row).getByTitle(/No lag is known/).textContent).toContain('–');
  expect(within(row).queryByText('0')).toBeNull();
});

test('groups_lagBeyond2to53_showsEveryDigit', async () => {
  const text = JSON.stringify(page([GROUP])).replace('12345', '9223372036854775807');
  serve({ ...base, [GROUPS]: text });
  await show(GROUPS);
  expect(await screen.findByTitle('9,223,372,036,854,775,807')).toBeDefined();
});

test('groups_none_saysWhenTheyAppear', async () => {
  serve({ ...base, [GROUPS]: page([]) });
  await show(GROUPS);
  expect(await screen.findByRole('heading', { name: 'No groups yet' })).toBeDefined();
});

test('groups_notRead_saysThatTheFirstReadingIsUnderWay', async () => {
  serve({
    '/clusters': { clusters: [{ ...CLUSTER, state: 'starting', lastError: 'no broker answers' }] },
    [GROUPS]: 503,
  });
  await show(GROUPS);
  expect(await screen.findByRole('heading', { name: 'The first reading is under way' })).toBeDefined();
  expect(screen.getByText(/no broker answers/)).toBeDefined();
});

test('groups_serverError_canBeTriedAgain', async () => {
  const answers: Record<string, object | number> = { ...base, [GROUPS]: 500 };
  serve(answers);
  await show(GROUPS);
  const retry = await screen.findByRole('button', { name: 'Try again' });
  answers[GROUPS] = page([GROUP]);
  await userEvent.click(retry);
  expect(await screen.findByRole('link', { name: 'slow-consumer' })).toBeDefined();
});

test('groups_search_asksTheServerAfterAPause', async () => {
  const asked = serve({ ...base, [GROUPS]: page([GROUP]) });
  await show(GROUPS);
  await userEvent.type(await screen.findByRole('textbox', { name: 'Search groups' }), '주문');
  await waitFor(() => expect(asked.map((url) => url.searchParams.get('search'))).toContain('주문'));
});

test('groups_sortByHeader_asksTheServer', async () => {
  const asked = serve({ ...base, [GROUPS]: page([GROUP]) });
  await show(GROUPS);
  await link('slow-consumer');
  const header = screen.getByRole('columnheader', { name: 'Members' });
  await userEvent.click(within(header).getByRole('button'));
  await waitFor(() => expect(asked.at(-1)?.search).toContain('sort=members'));
  expect(asked.at(-1)?.searchParams.get('order')).toBe('desc');
  expect(header.getAttribute('aria-sort')).toBe('descending');
});

test('groups_addressWithState_isThatQuestion', async () => {
  const asked = serve({ ...base, [GROUPS]: page([GROUP]) });
  await show(`${GROUPS}?q=slow&sort=group&type=share`);
  await screen.findByRole('link', { name: 'slow-consumer' });
  const { searchParams } = asked.find((url) => url.pathname.endsWith(GROUPS)) as URL;
  expect(Object.fromEntries(searchParams)).toEqual({
    sort: 'group',
    order: 'asc',
    search: 'slow',
    type: 'share',
    page: '1',
    pageSize: '200',
  });
});

test('groups_first_areTheWorst', async () => {
  const asked = serve({ ...base, [GROUPS]: page([GROUP]) });
  await show(GROUPS);
  await link('slow-consumer');
  const { searchParams } = asked.find((url) => url.pathname.endsWith(GROUPS)) as URL;
  expect([searchParams.get('sort'), searchParams.get('order')]).toEqual(['verdict', 'desc']);
});

test('groups_judged_haveWordTimeAndWarning', async () => {
  serve({ ...base, [GROUPS]: page([JUDGED.group]) });
  await show(GROUPS);
  const row = (await link('slow-consumer')).closest('[role=row]') as HTMLElement;
  expect(within(row).getByText('STALL')).toBeDefined();
  expect(within(row).getByText('5 min 30 sec').title).toBe('330 s');
  expect(within(row).getByText('2 hr')).toBeDefined();
});

test('groups_notJudged_haveADashWithAReason', async () => {
  serve({ ...base, [GROUPS]: page([GROUP]) });
  await show(GROUPS);
  const row = (await link('slow-consumer')).closest('[role=row]') as HTMLElement;
  expect(within(row).getByTitle(/Not judged yet/).textContent).toContain('–');
});

test('groups_filterByVerdict_asksTheServer', async () => {
  const asked = serve({ ...base, [GROUPS]: page([GROUP]) });
  await show(GROUPS);
  await link('slow-consumer');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Verdict' }), 'alarming');
  await waitFor(() => expect(asked.at(-1)?.searchParams.get('verdict')).toBe('alarming'));
});

test('groups_overview_countsByVerdict_theWorstFirst', async () => {
  serve({
    '/clusters': { clusters: [{ ...CLUSTER, groupsByVerdict: { ok: 12, lost: 1 } }] },
    [GROUPS]: page([GROUP]),
  });
  await show(GROUPS);
  await link('slow-consumer');
  const links = screen.getAllByRole('link').filter((one) => one.getAttribute('href')?.includes('verdict='));
  expect(links.map((one) => [one.getAttribute('href'), one.textContent])).toEqual([
    ['/clusters/demo/groups?verdict=lost', 'LOST1'],
    ['/clusters/demo/groups?verdict=ok', 'OK12'],
  ]);
});

test('group_judged_saysWhyOnRequest', async () => {
  serve({ ...base, [`${GROUPS}/slow-consumer`]: JUDGED });
  await show(`${GROUPS}/slow-consumer`);
  const banner = await screen.findByRole('region', { name: 'Verdict' });
  expect(within(banner).getByText('STALL')).toBeDefined();
  expect(within(banner).getByText(/committed nothing but offset 100/)).toBeDefined();
  await userEvent.click(within(banner).getByRole('button', { name: 'Why?' }));
  expect(await screen.findByRole('heading', { level: 2, name: /Why: orders-7/ })).toBeDefined();
  expect(screen.getByText('commits-the-same')).toBeDefined();
  expect(screen.getByText('same offset for').nextElementSibling?.textContent).toBe('4 min');
  expect(screen.getByRole('img', { name: /2 commits and 1 end offsets/ })).toBeDefined();
  expect(screen.getAllByRole('row').length).toBeGreaterThan(3);
  await userEvent.click(screen.getByRole('button', { name: 'Close the reasons' }));
  expect(screen.queryByText('commits-the-same')).toBeNull();
});

test('group_addressWithWhy_isOpen', async () => {
  serve({ ...base, [`${GROUPS}/slow-consumer`]: JUDGED });
  await show(`${GROUPS}/slow-consumer?why=orders-7`, 'ko');
  expect(await screen.findByRole('heading', { level: 2, name: /판정 이유: orders-7/ })).toBeDefined();
  expect(screen.getAllByText(/오프셋 100만 되풀이해 커밋/).length).toBe(2);
});

test('group_history_isToldByKeys', async () => {
  serve({ ...base, [`${GROUPS}/slow-consumer`]: JUDGED, [`${GROUPS}/slow-consumer/history`]: HISTORY });
  await show(`${GROUPS}/slow-consumer`);
  const strip = await screen.findByRole('region', { name: /Lag of each partition over time/ });
  expect(within(strip).getByRole('img', { name: 'orders-7, lag now 120' })).toBeDefined();
  strip.focus();
  await userEvent.keyboard('{ArrowLeft}');
  expect(screen.getByText(/orders-7 at .*: lag 120/)).toBeDefined();
  await userEvent.keyboard('{Home}');
  expect(screen.getByText(/orders-7 at .*: lag not known/)).toBeDefined();
});

test('group_members_thoseWithMostLagFirst', async () => {
  serve({ ...base, [`${GROUPS}/slow-consumer`]: JUDGED });
  await show(`${GROUPS}/slow-consumer`);
  const table = await screen.findByRole('table', { name: 'Members of this group' });
  const [, first, second] = within(table).getAllByRole('row');
  expect(within(first as HTMLElement).getByText('10.0.0.2')).toBeDefined();
  expect(within(first as HTMLElement).getByText('120')).toBeDefined();
  expect(within(second as HTMLElement).getByText('10.0.0.1')).toBeDefined();
});

test('group_notJudged_saysSo', async () => {
  serve({ ...base, [`${GROUPS}/slow-consumer`]: DETAIL });
  await show(`${GROUPS}/slow-consumer`);
  const banner = await screen.findByRole('region', { name: 'Verdict' });
  expect(banner.textContent).toContain('Not judged yet');
});

test('group_conditions_areSaidInWords', async () => {
  const partition = { group: 'slow-consumer', topic: 't', partition: 0, commitBeyondEnd: false };
  serve({
    ...base,
    [`${GROUPS}/slow-consumer`]: {
      ...DETAIL,
      partitions: [
        { ...partition, endOffset: 5 },
        { ...partition, partition: 1, committedOffset: 9, endOffset: 5, commitBeyondEnd: true },
        { ...partition, partition: 2, committedOffset: 3, endOffset: 5, lag: 2 },
      ],
    },
  });
  await show(`${GROUPS}/slow-consumer`);
  expect(await screen.findByText('no commits yet')).toBeDefined();
  expect(screen.getByText('commit beyond end')).toBeDefined();
});

test('group_offsetsNotReadable_namesTheMissingRight', async () => {
  const problems = [
    {
      fact: 'group offsets',
      kind: 'GroupAuthorizationException',
      message: 'm',
      missingRight: 'Describe on Group',
      count: 1,
    },
  ];
  serve({
    '/clusters': { clusters: [{ ...CLUSTER, state: 'warning', problems }] },
    [`${GROUPS}/slow-consumer`]: { ...DETAIL, offsetsReadable: false },
  });
  await show(`${GROUPS}/slow-consumer`);
  expect(await screen.findByText(/committed offsets of this group could not be read/)).toBeDefined();
  expect(screen.getAllByText('Missing right: Describe on Group').length).toBeGreaterThan(1);
});

test('group_unknown_saysSo', async () => {
  serve(base);
  await show(`${GROUPS}/gone`);
  expect(await screen.findByRole('heading', { name: 'There is no group “gone”' })).toBeDefined();
});

test('shell_lastCycleFailed_showsErrorAndOldData', async () => {
  serve({
    '/clusters': { clusters: [{ ...CLUSTER, state: 'error', lastError: 'TimeoutException: no answer' }] },
    [GROUPS]: page([GROUP]),
  });
  await show(GROUPS);
  expect(await screen.findByRole('link', { name: 'slow-consumer' })).toBeDefined();
  expect(screen.getByText('TimeoutException: no answer')).toBeDefined();
  expect(screen.getByTestId('data-age').dataset.level).toBe('failed');
});

test('shell_oldReading_isAmber', async () => {
  serve({
    '/clusters': { clusters: [{ ...CLUSTER, snapshot: { ...SNAPSHOT, ageSeconds: 400, stale: true } }] },
    [GROUPS]: page([GROUP]),
  });
  await show(GROUPS);
  const age = await screen.findByTestId('data-age');
  expect(age.dataset.level).toBe('stale');
  expect(age.textContent).toContain('Old: read 6 min ago');
});

test('cluster_unknown_saysSo', async () => {
  serve(base);
  await show('/clusters/nowhere/groups');
  expect(await screen.findByRole('heading', { level: 1, name: 'There is no cluster “nowhere”' })).toBeDefined();
});

test('page_unknown_isA404WithAWayHome', async () => {
  serve(base);
  await show('/no/such/page');
  expect(await screen.findByRole('link', { name: 'To the start page' })).toBeDefined();
});

test('server_away_saysWhatToCheck', async () => {
  serve({ '/clusters': 0 });
  await show('/');
  expect(await screen.findByRole('heading', { name: 'The server does not answer' }, { timeout: 4_000 })).toBeDefined();
});
