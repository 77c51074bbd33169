import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { type Answers, CLUSTER, DETAIL, promReply, serve, show } from '../../testApp';

const AT = '2026-11-21T00:00:00Z';
const labels = (group: string) => ({ alertname: 'Lag', consumergroup: group, severity: 'critical' });
const alert = (group: string, over: object = {}) => ({
  labels: labels(group),
  annotations: { summary: `${group} is behind`, summary_ko: `${group} 지연`, runbook: 'Look at **it**: <b>x</b>' },
  state: 'firing',
  activeAt: AT,
  value: '12345',
  ...over,
});
const rules = (...alerts: object[]) =>
  promReply({
    groups: [
      {
        name: 'kafka',
        file: 'pack.yml',
        interval: 15,
        evaluationTime: 0.01,
        lastEvaluation: AT,
        rules: [
          {
            type: 'alerting',
            name: 'Lag',
            query: 'lag > 1',
            duration: 60,
            labels: {},
            annotations: {},
            alerts,
            health: 'ok',
            evaluationTime: 0.01,
            lastEvaluation: AT,
          },
        ],
      },
    ],
  });
const kept = (group: string, silencedBy: string[] = []) => ({
  fingerprint: group,
  labels: labels(group),
  annotations: {},
  startsAt: AT,
  endsAt: AT,
  updatedAt: AT,
  receivers: [{ name: 'team' }],
  status: { state: silencedBy.length > 0 ? 'suppressed' : 'active', silencedBy, inhibitedBy: [] },
});
const counts = (firing: number) => ({
  page: 1,
  pageSize: 1,
  total: 1,
  alerts: { firing, resolved: 0, suppressed: 0 },
  groups: [],
});
const base: Answers = {
  '/clusters': { clusters: [CLUSTER] },
  '/alerts/groups': counts(2),
  '/api/v1/rules': rules(alert('billing'), alert('orders', { state: 'pending', dataMissing: true })),
  '/api/v2/alerts': [kept('billing')],
  '/api/v2/silences': [],
  '/rules/own': { yaml: '', revision: 'r1' },
  '/rules/check': { problems: [] },
};

test('alerts_serverWithoutAlerting_saysSoAndHasNoNumber', async () => {
  serve({ '/clusters': { clusters: [CLUSTER] } });
  await show('/alerts');
  expect(await screen.findByRole('heading', { name: 'This server has no alerting' })).toBeDefined();
  expect(screen.queryByTestId('firing')).toBeNull();
});

test('alerts_now_areListedByRule_andCountedInTheNavigation', async () => {
  serve(base);
  await show('/alerts');
  const list = await screen.findByRole('region', { name: 'Alerts of now' });
  expect(within(list).getByText('billing is behind')).toBeDefined();
  expect(within(list).getByText('data missing')).toBeDefined();
  expect(screen.getByText('2 alerts')).toBeDefined();
  expect((await screen.findByTestId('firing')).textContent).toContain('2 firing');
});

test('alerts_matcherSearch_findsByLabels', async () => {
  serve(base);
  await show(`/alerts?${new URLSearchParams({ q: 'consumergroup=~"bill.*"' })}`);
  expect(await screen.findByText('billing is behind')).toBeDefined();
  expect(screen.queryByText('orders is behind')).toBeNull();
});

test('alerts_chosenDuringASearch_staysChosen', async () => {
  serve(base);
  await show('/alerts');
  await screen.findByText('billing is behind');
  fireEvent.change(screen.getByRole('textbox', { name: /^Search/ }), { target: { value: 'billing' } });
  fireEvent.click(screen.getByText('billing is behind'));
  await waitFor(() => expect(screen.queryByText('orders is behind')).toBeNull());
  expect(screen.getByRole('complementary', { name: 'Details of the alert' })).toBeDefined();
});

test('alerts_detailsInKorean_haveKoreanTextsAndNoHtmlOfARunbook', async () => {
  serve(base);
  await show('/alerts', 'ko');
  await userEvent.click(await screen.findByText('billing 지연'));
  const details = await screen.findByRole('complementary', { name: '알림 상세' });
  expect(within(details).getByText('lag > 1')).toBeDefined();
  expect(within(details).getByText(/<b>x<\/b>/)).toBeDefined();
  expect(within(details).getByText('it').tagName).toBe('STRONG');
  const silence = within(details).getByRole('link', { name: '무음 처리' });
  const { searchParams } = new URL(silence.getAttribute('href') ?? '', 'http://x');
  expect(searchParams.get('matchers')).toBe('{alertname="Lag", consumergroup="billing", severity="critical"}');
});

test('silences_new_showsWhatMatches_andIsSent', async () => {
  const bodies: unknown[] = [];
  serve({
    ...base,
    '/api/v2/silences': (_url, _signal, body) => {
      if (typeof body !== 'string') return [];
      bodies.push(JSON.parse(body));
      return { silenceID: 's1' };
    },
  });
  await show(
    `/alerts?${new URLSearchParams({ tab: 'silences', silence: 'new', matchers: 'consumergroup="billing"' })}`,
  );
  const form = await screen.findByRole('form', { name: 'Silence' });
  expect(await within(form).findByText('1 alert of now matches')).toBeDefined();
  await userEvent.click(within(form).getByRole('button', { name: 'Silence' }));
  expect(within(form).getAllByText('Needed')).toHaveLength(2);
  fireEvent.change(within(form).getByLabelText('Who'), { target: { value: 'kim' } });
  fireEvent.change(within(form).getByLabelText('Why'), { target: { value: 'release' } });
  await userEvent.click(within(form).getByRole('button', { name: 'Silence' }));
  await waitFor(() => expect(bodies).toHaveLength(1));
  expect(bodies[0]).toMatchObject({
    matchers: [{ name: 'consumergroup', value: 'billing', isRegex: false, isEqual: true }],
    createdBy: 'kim',
    comment: 'release',
  });
  await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
});

test('editor_fromAGroup_isTriedOnThePastAndSaved', async () => {
  const sent: Record<string, unknown>[] = [];
  serve({
    ...base,
    '/rules/backtest': (_url, _signal, body) => {
      sent.push(JSON.parse(String(body)));
      const incident = { labels: labels('billing'), pendingAt: AT, firingAt: AT, resolvedAt: AT, value: '1' };
      return {
        rules: [{ group: 'own', alert: 'L', evaluations: 9, fired: 1, incidents: [incident], truncated: false }],
      };
    },
    '/rules/own': (_url, _signal, body) => {
      if (typeof body !== 'string') return { yaml: '', revision: 'r1' };
      sent.push(JSON.parse(body));
      return { revision: 'r2' };
    },
  });
  await show('/alerts?tab=rules&edit=new&template=lag&group=billing');
  const editor = await screen.findByRole('region', { name: 'Rule editor' });
  fireEvent.change(within(editor).getByLabelText('Records'), { target: { value: '500' } });
  await userEvent.click(within(editor).getByRole('button', { name: 'Last 1 day' }));
  expect(await within(editor).findByText(/It would have fired 1 time/)).toBeDefined();
  const save = within(editor).getByRole('button', { name: 'Save' });
  await waitFor(() => expect(save.hasAttribute('disabled')).toBe(false));
  await userEvent.click(save);
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[0]?.yaml).toContain('kafka_consumergroup_lag{consumergroup="billing"}) >= 500');
  expect(sent[1]).toMatchObject({ revision: 'r1', yaml: sent[0]?.yaml });
});

test('editor_problems_areShownWithTheirLines_andNothingIsSaved', async () => {
  serve({ ...base, '/rules/check': { problems: [{ line: 5, column: 9, message: 'expr: unknown' }] } });
  await show('/alerts?tab=rules&edit=new');
  const problems = await screen.findByRole('list', { name: 'What is wrong' });
  expect(within(problems).getByRole('button', { name: 'Line 5' })).toBeDefined();
  expect(screen.getByRole('button', { name: 'Save' }).hasAttribute('disabled')).toBe(true);
});

test('rules_groups_haveHealthAndTheirRules', async () => {
  serve(base);
  await show('/alerts?tab=rules');
  expect(await screen.findByRole('heading', { name: /^kafka/ })).toBeDefined();
  expect(screen.getByText('OK')).toBeDefined();
  expect(screen.getByText('2 alerts')).toBeDefined();
});

test('receivers_failing_sayWhy_andATestSaysHowItWent', async () => {
  const channel = { kind: 'slack', sendResolved: true, delivered: 4, failedAttempts: 2, waiting: 1, deadLetters: 0 };
  serve({
    ...base,
    '/alerts/receivers': { receivers: [{ name: 'team', channels: [{ ...channel, lastError: 'HTTP 503' }] }] },
    '/alerts/receivers/team/test': { results: ['slack: accepted'] },
    '/alerts/dead-letters': { deadLetters: [] },
    '/alerts/config': { yaml: 'route: {receiver: team}' },
  });
  await show('/alerts?tab=receivers');
  expect(await screen.findByText('HTTP 503')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Send an example to team' }));
  expect(await screen.findByText('slack: accepted')).toBeDefined();
  expect(await screen.findByText('route: {receiver: team}')).toBeDefined();
});

test('history_incident_hasItsTimeToResolve', async () => {
  const now = Date.now();
  const event = (minutes: number, kind: string) => ({
    at: new Date(now - minutes * 60_000).toISOString(),
    kind,
    labels: labels('billing'),
    detail: '',
  });
  serve({
    ...base,
    '/api/v1/rules': rules(),
    '/api/v2/alerts': [],
    '/alerts/history': { events: [event(50, 'firing'), event(40, 'resolved')], truncated: false },
  });
  await show('/alerts?tab=history');
  expect(await screen.findByText('1 time · resolved in 10 min on average')).toBeDefined();
  expect(screen.getByRole('table', { name: 'Events' })).toBeDefined();
});

test('groupPage_offersAnAlertOnIt', async () => {
  serve({ ...base, '/clusters/demo/groups/slow-consumer': DETAIL });
  await show('/clusters/demo/groups/slow-consumer');
  const link = await screen.findByRole('link', { name: 'Alert on this' });
  expect(link.getAttribute('href')).toBe('/alerts?tab=rules&edit=new&template=lag&group=slow-consumer');
});
