import { expect, test } from 'vitest';
import type { AlertEvent, Backtest } from '../../api/types';
import { annotation, otherAnnotations } from './annotations';
import { byAlertGroup, byRule, linesOf } from './grouping';
import { readInline, readMarkdown } from './markdown';
import {
  type AlertRow,
  countStates,
  filtered,
  type PromAlert,
  type PromRuleGroup,
  rowsOf,
  severitiesOf,
  type V2Alert,
} from './rows';
import { type ApiSilence, missingInSilence, newSilence, silenceForm, silenceOf, silencesIn } from './silence';
import { backtestLanes, lanesOf, longestFiring, sumsOf } from './timeline';

const T0 = Date.parse('2026-11-21T00:00:00Z');
const at = (minutes: number) => new Date(T0 + minutes * 60_000).toISOString();

const prom = (labels: Record<string, string>, over: Partial<PromAlert> = {}): PromAlert => ({
  labels: { alertname: 'Lag', ...labels },
  annotations: { summary: 'behind' },
  state: 'firing',
  activeAt: at(0),
  value: '12',
  ...over,
});
const group = (...alerts: PromAlert[]): PromRuleGroup<PromAlert> => ({
  name: 'pack',
  file: 'kafka.yml',
  interval: 15,
  evaluationTime: 0.1,
  lastEvaluation: at(0),
  rules: [
    { type: 'alerting', name: 'Lag', query: 'lag > 1', alerts, health: 'ok', evaluationTime: 0, lastEvaluation: at(0) },
  ],
});
const kept = (labels: Record<string, string>, over: Partial<V2Alert> = {}): V2Alert => ({
  fingerprint: 'f',
  labels: { alertname: 'Lag', ...labels },
  annotations: {},
  startsAt: at(5),
  receivers: [{ name: 'team' }],
  status: { state: 'active', silencedBy: [], inhibitedBy: [] },
  ...over,
});

test('rowsOf_ruleAndNotifier_areOneRow', () => {
  const silenced = { state: 'suppressed', silencedBy: ['s1'], inhibitedBy: [] };
  const [row, ...others] = rowsOf([group(prom({ g: 'a' }))], [kept({ g: 'a' }, { status: silenced })]);
  expect(others).toEqual([]);
  expect(row).toMatchObject({ state: 'suppressed', value: '12', silencedBy: ['s1'], receivers: ['team'], since: T0 });
  expect(row?.rule?.query).toBe('lag > 1');
});

test('rowsOf_alertOfAnotherProgram_isThereWithoutARule', () => {
  const [row] = rowsOf([], [kept({ severity: 'info' })]);
  expect(row).toMatchObject({ state: 'firing', value: undefined, rule: undefined, severity: 'info' });
});

test('rowsOf_order_isStateThenSeverityThenTheNewest', () => {
  const rows = rowsOf(
    [
      group(
        prom({ g: 'pending', severity: 'critical' }, { state: 'pending' }),
        prom({ g: 'old', severity: 'warning' }),
        prom({ g: 'new', severity: 'warning' }, { activeAt: at(9) }),
        prom({ g: 'bad', severity: 'critical' }),
      ),
    ],
    [],
  );
  expect(rows.map(({ labels }) => labels.g)).toEqual(['bad', 'new', 'old', 'pending']);
  expect(countStates(rows)).toEqual({ firing: 3, pending: 1, suppressed: 0 });
  expect(severitiesOf(rows)).toEqual(['critical', 'warning']);
});

test.each([
  ['', 2],
  ['g="a"', 1],
  ['g=~"a|b"', 2],
  ['{g!="a"}', 1],
  ['BEHIND', 2],
  ['주문', 1],
  ['g=~"["', 0],
])('filtered_%s_finds%i', (search, count) => {
  const rows = rowsOf([group(prom({ g: 'a' }), prom({ g: 'b', topic: '주문-이벤트' }))], []);
  expect(filtered(rows, { search, severity: '', state: undefined })).toHaveLength(count);
  expect(filtered(rows, { search, severity: 'critical', state: undefined })).toEqual([]);
  expect(filtered(rows, { search, severity: '', state: 'pending' })).toEqual([]);
});

test('linesOf_longGroups_beginFolded_andTurn', () => {
  const many = Array.from({ length: 30 }, (_, i) => prom({ g: `${i}` }));
  const rows = rowsOf([group(...many), { ...group(prom({ alertname: 'Other' })), name: 'second' }], []);
  const groups = byRule(rows);
  expect(groups.map(({ title, rows: own }) => [title, own.length])).toEqual([
    ['Lag', 30],
    ['Other', 1],
  ]);
  expect(linesOf(groups, new Set())).toHaveLength(3);
  expect(linesOf(groups, new Set([groups[0]?.key ?? '']))).toHaveLength(33);
  expect(linesOf(groups.slice(0, 1), new Set())).toHaveLength(31);
});

test('byAlertGroup_whatIsNotTold_isLast', () => {
  const rows = rowsOf([group(prom({ g: 'a' }), prom({ g: 'b' }, { state: 'pending' }))], []);
  const told = [
    { key: 'k', labels: { g: 'a' }, receiver: 'team', alerts: [{ labels: { g: 'a', alertname: 'Lag' } }] },
    { key: 'over', labels: {}, receiver: 'team', alerts: [{ labels: { alertname: 'Gone' } }] },
  ];
  const groups = byAlertGroup(rows, told, 'not told');
  expect(groups.map(({ title, note, rows: own }) => [title, note, own.length])).toEqual([
    ['g="a"', 'team', 1],
    ['not told', '', 1],
  ]);
});

const event = (minutes: number, kind: AlertEvent['kind'], g = 'a'): AlertEvent => ({
  at: at(minutes),
  kind,
  labels: { alertname: 'Lag', g },
  detail: '',
});
const SPAN = { from: T0, to: T0 + 60 * 60_000 };
const minutes = (lanes: ReturnType<typeof lanesOf>) =>
  lanes.map(({ stretches }) =>
    stretches.map(({ kind, from, to, openStart, openEnd }) =>
      [kind, (from - T0) / 60_000, (to - T0) / 60_000, ...(openStart ? ['<'] : []), ...(openEnd ? ['>'] : [])].join(
        ' ',
      ),
    ),
  );

test.each<[AlertEvent[], string[]]>([
  [[event(5, 'firing'), event(15, 'resolved')], ['firing 5 15']],
  [
    [event(5, 'firing'), event(15, 'resolved'), event(20, 'firing')],
    ['firing 5 15', 'firing 20 60 >'],
  ],
  [
    [event(10, 'resolved'), event(20, 'firing')],
    ['firing 0 10 <', 'firing 20 60 >'],
  ],
  [[event(5, 'firing'), event(7, 'firing'), event(9, 'resolved')], ['firing 5 9']],
  [
    [event(5, 'firing'), event(6, 'suppressed'), event(8, 'unsuppressed'), event(9, 'resolved')],
    ['firing 5 9', 'quiet 6 8'],
  ],
  [
    [event(5, 'firing'), event(6, 'suppressed'), event(9, 'resolved')],
    ['firing 5 9', 'quiet 6 9'],
  ],
  [[event(3, 'notified')], []],
])('lanesOf_events%#_areStretches', (events, expected) => {
  expect(minutes(lanesOf(events, [], SPAN))).toEqual([expected]);
});

test('lanesOf_firingSinceBefore_isThereWithOrWithoutEvents', () => {
  const labels = { alertname: 'Lag', g: 'a' };
  expect(minutes(lanesOf([], [{ labels, since: T0 - 1 }], SPAN))).toEqual([['firing 0 60 < >']]);
  expect(minutes(lanesOf([event(3, 'notified')], [{ labels, since: T0 - 1 }], SPAN))).toEqual([['firing 0 60 < >']]);
});

test('sumsOf_meanTimeToResolve_countsOnlyWhatIsKnown', () => {
  const events = [
    event(1, 'resolved', 'b'),
    event(5, 'firing'),
    event(6, 'notified'),
    event(7, 'failed'),
    event(15, 'resolved'),
    event(20, 'firing'),
    event(40, 'resolved'),
    event(50, 'firing'),
  ];
  expect(sumsOf(lanesOf(events, [], SPAN))).toEqual({
    incidents: 4,
    open: 1,
    meanSeconds: 900,
    notified: 1,
    failed: 1,
  });
  expect(sumsOf([]).meanSeconds).toBeUndefined();
});

test('backtestLanes_pendingThenFiring', () => {
  const labels = { g: 'a' };
  const incidents = [
    { labels, pendingAt: at(1), firingAt: at(6), resolvedAt: at(10), value: '1' },
    { labels, pendingAt: at(20), resolvedAt: at(22), value: '1' },
    { labels, pendingAt: at(50), firingAt: at(55), value: '1' },
  ];
  const result: Backtest = { group: 'own', alert: 'A', evaluations: 240, fired: 2, incidents, truncated: false };
  const lanes = backtestLanes(result, SPAN);
  expect(minutes(lanes)).toEqual([['pending 1 6', 'firing 6 10', 'pending 20 22', 'pending 50 55', 'firing 55 60 >']]);
  expect(longestFiring(lanes)).toBe(300);
});

test('readMarkdown_knowsTheLittleThatRunbooksNeed', () => {
  const text = '# First\nLook at `lag`,\nthen **act**.\n\n- one\n- two\n  more\n\n1. a\n2. b\n```\nx <b>\n```';
  expect(readMarkdown(text).map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'list', 'list', 'code']);
  expect(readMarkdown(text)[1]).toEqual({
    kind: 'paragraph',
    content: [
      { kind: 'text', text: 'Look at ' },
      { kind: 'code', text: 'lag' },
      { kind: 'text', text: ', then ' },
      { kind: 'strong', text: 'act' },
      { kind: 'text', text: '.' },
    ],
  });
});

test('readInline_links_areOnlyOfTheWeb', () => {
  expect(readInline('[doc](https://a.example/x) and https://b.example/y.')).toEqual([
    { kind: 'link', text: 'doc', href: 'https://a.example/x' },
    { kind: 'text', text: ' and ' },
    { kind: 'link', text: 'https://b.example/y', href: 'https://b.example/y' },
    { kind: 'text', text: '.' },
  ]);
  for (const text of ['[x](javascript:alert(1))', '<img src=x onerror=alert(1)>', '[x](data:text/html,x)']) {
    expect(readInline(text)).toEqual([{ kind: 'text', text }]);
  }
});

test('annotation_inKorean_isTheKoreanOneIfThereIs', () => {
  const texts = { summary: 'en', summary_ko: '한', description: 'only', team: 'pay' };
  expect(annotation(texts, 'summary', 'ko')).toBe('한');
  expect(annotation(texts, 'summary', 'en')).toBe('en');
  expect(annotation(texts, 'description', 'ko')).toBe('only');
  expect(annotation(texts, 'runbook', 'ko')).toBe('');
  expect(otherAnnotations(texts)).toEqual([['team', 'pay']]);
});

const SILENCE: ApiSilence = {
  id: 'id1',
  status: { state: 'active' },
  matchers: [{ name: 'a', value: 'x|y', isRegex: true, isEqual: true }],
  startsAt: at(0),
  endsAt: at(60),
  updatedAt: at(0),
  createdBy: 'kim',
  comment: 'maintenance',
};

test('silenceForm_active_keepsItsBeginAndItsEnd', () => {
  const now = T0 + 20 * 60_000;
  const form = silenceForm(SILENCE, now);
  expect(form.seconds).toBe(2_400);
  expect(silenceOf(form, now)).toEqual({
    id: 'id1',
    matchers: SILENCE.matchers,
    startsAt: at(0),
    endsAt: at(60),
    createdBy: 'kim',
    comment: 'maintenance',
  });
});

test('silenceForm_expired_isANewOneOfTheSameLength', () => {
  const now = T0 + 200 * 60_000;
  const form = silenceForm({ ...SILENCE, status: { state: 'expired' } }, now);
  expect(silenceOf(form, now)).toMatchObject({ startsAt: at(200), endsAt: at(260) });
  expect(form.id).toBeUndefined();
});

test('missingInSilence_namesWhatIsNotFilledIn', () => {
  expect(missingInSilence(newSilence([], ''))).toEqual(['matchers', 'createdBy', 'comment']);
  expect(missingInSilence({ ...silenceForm(SILENCE, T0), seconds: 0 })).toEqual(['seconds']);
});

test('silencesIn_order_isTheNextEndFirst_andOfExpiredTheLastEnd', () => {
  const make = (id: string, end: number, state: 'active' | 'expired') => ({
    ...SILENCE,
    id,
    endsAt: at(end),
    status: { state },
  });
  const all = [make('a', 9, 'active'), make('b', 5, 'active'), make('c', 1, 'expired'), make('d', 2, 'expired')];
  expect(silencesIn(all, 'active').map(({ id }) => id)).toEqual(['b', 'a']);
  expect(silencesIn(all, 'expired').map(({ id }) => id)).toEqual(['d', 'c']);
});

test('rows_ofTwoThousand_areQuick', () => {
  const many = Array.from({ length: 2_000 }, (_, i) => prom({ g: `${i}`, topic: `t${i % 40}` }));
  const rows: AlertRow[] = rowsOf(
    [group(...many)],
    many.map(({ labels }) => kept(labels)),
  );
  expect(rows).toHaveLength(2_000);
  expect(
    linesOf(byRule(filtered(rows, { search: 'topic=~"t1.*"', severity: '', state: undefined })), new Set()),
  ).toHaveLength(551);
});
