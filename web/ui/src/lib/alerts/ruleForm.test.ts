import { expect, test } from 'vitest';
import type { Rule } from './rule';
import {
  exprOf,
  formFrom,
  formOf,
  missingIn,
  newForm,
  type RuleFields,
  ruleOf,
  TEMPLATES,
  type Template,
  withTemplate,
} from './ruleForm';

const expr = (template: Template, fields: Partial<RuleFields> = {}) => exprOf(newForm(template, fields));

test.each<[Template, Partial<RuleFields>, string]>([
  [
    'lag',
    { group: 'billing' },
    'sum by (cluster, consumergroup) (kafka_consumergroup_lag{consumergroup="billing"}) >= 10000',
  ],
  ['lag', { threshold: '10,000', operator: '>' }, 'sum by (cluster, consumergroup) (kafka_consumergroup_lag) > 10000'],
  [
    'lag',
    { topic: 'a"b', eachTopic: true },
    'sum by (cluster, consumergroup, topic) (kafka_consumergroup_lag{topic="a\\"b"}) >= 10000',
  ],
  [
    'lag',
    { group: 'pay.*' },
    'sum by (cluster, consumergroup) (kafka_consumergroup_lag{consumergroup=~"pay\\\\..*"}) >= 10000',
  ],
  ['average', { window: '60s' }, 'sum by (cluster, consumergroup) (avg_over_time(kafka_consumergroup_lag[60s])) >= 10'],
  [
    'verdict',
    { verdict: 'warn' },
    'klamm_consumergroup_severity >= 3 unless on (cluster, consumergroup) klamm_consumergroup_muted',
  ],
  [
    'verdict',
    { verdict: 'stall', orWorse: false, cluster: 'c' },
    'klamm_consumergroup_severity{cluster="c"} == 6 unless on (cluster, consumergroup) klamm_consumergroup_muted',
  ],
  ['seconds', { threshold: '5m' }, 'max by (cluster, consumergroup) (klamm_consumergroup_lag_seconds) > 300'],
  ['loss', { threshold: '3600' }, 'min by (cluster, consumergroup) (klamm_consumergroup_seconds_until_loss) < 3600'],
  [
    'underReplicated',
    { group: 'not asked', topic: '주문' },
    'sum by (cluster, topic) (kafka_topic_partition_under_replicated_partition{topic="주문"}) > 0',
  ],
  ['free', { expr: ' up == 0 ' }, 'up == 0'],
])('exprOf_%s_with%j', (template, fields, expected) => {
  expect(expr(template, fields)).toBe(expected);
});

test('exprOf_outlier_isTheRobustScoreAndALeastDistance', () => {
  const above = '(m) - on (a, b) group_left () quantile by (a, b) (0.5, (m))';
  expect(expr('outlier', { metric: 'm', peers: 'a,b', threshold: '4', least: '50' })).toBe(
    `0.6745 * (${above}) / on (a, b) group_left () quantile by (a, b) (0.5, abs(${above})) > 4 and ${above} >= 50`,
  );
});

const FILLED: Partial<RuleFields> = {
  cluster: 'demo',
  group: 'a"\\b{}*c.d',
  topic: '주문 (이벤트)*',
  eachTopic: true,
  operator: '>',
  window: '10m',
  verdict: 'rewind',
  orWorse: false,
  metric: 'rate(x{a="b"}[5m]) / y',
  peers: 'topic, cluster',
  least: '0.5',
  expr: 'up == 0',
};

test.each(TEMPLATES)('formOf_ruleOf_%s_isTheSameForm', (template) => {
  for (const fields of [{}, FILLED, { group: 'plain' }]) {
    const form = { ...newForm(template, fields), name: 'Some', hold: '7m', keepFiring: '3m' };
    const rule = ruleOf({ ...form, expr: form.expr || 'x' }) as Rule;
    expect(rule).toBeDefined();
    const back = formOf(rule);
    expect(back.template).toBe(template);
    expect(ruleOf(back)).toEqual(rule);
  }
});

test('formOf_placesOfALag_areRead', () => {
  const rule = ruleOf(newForm('lag', { ...FILLED, threshold: '77' })) as Rule;
  expect(formOf(rule)).toMatchObject({
    cluster: 'demo',
    group: 'a"\\b{}*c.d',
    topic: '주문 (이벤트)*',
    eachTopic: true,
    threshold: '77',
    operator: '>',
  });
});

test.each([
  'sum by (cluster, consumergroup) (kafka_consumergroup_lag{partition="1"}) >= 10000',
  'sum by (cluster, consumergroup) (kafka_consumergroup_lag{topic!="a"}) >= 10000',
  'sum by (cluster, consumergroup) (kafka_consumergroup_lag{topic=~"a|b"}) >= 10000',
  'sum by (cluster, consumergroup) (kafka_consumergroup_lag) >= 10000 or up == 0',
  'sum by (consumergroup) (kafka_consumergroup_lag) >= 10000',
  'klamm_consumergroup_severity >= 99 unless on (cluster, consumergroup) klamm_consumergroup_muted',
])('formOf_whatNoTemplateWrites_isFree: %s', (text) => {
  const rule: Rule = { alert: 'A', expr: text, hold: '', keepFiring: '', labels: {}, annotations: {} };
  expect(formOf(rule)).toMatchObject({ template: 'free', expr: text });
});

test('missingIn_names_whatIsNotFilledIn', () => {
  expect(missingIn(newForm('lag'))).toEqual([]);
  expect(missingIn({ ...newForm('lag'), threshold: 'many', hold: 'long', name: ' ' })).toEqual([
    'name',
    'hold',
    'threshold',
  ]);
  expect(missingIn(newForm('free'))).toEqual(['name', 'expr']);
  expect(missingIn({ ...newForm('average'), window: '' })).toEqual(['window']);
  expect(missingIn({ ...newForm('outlier'), peers: ' ' })).toEqual(['peers']);
  expect(missingIn({ ...newForm('seconds'), threshold: 'x' })).toEqual(['threshold']);
});

test('ruleOf_emptyLabelsAndAnnotations_areLeftOut', () => {
  const form = { ...newForm('lag'), labels: { severity: '' }, annotations: { summary: 'x', summary_ko: ' ' } };
  expect(ruleOf(form)).toMatchObject({ labels: {}, annotations: { summary: 'x' } });
});

test('withTemplate_replacesOnlyWhatWasUsual', () => {
  const form = { ...newForm('lag', { group: 'billing' }), annotations: { summary: 'mine', team: 'pay' } };
  const next = withTemplate(form, 'seconds');
  expect(next).toMatchObject({ template: 'seconds', group: 'billing', name: 'ConsumerGroupDelay', threshold: '5m' });
  expect(next.annotations).toMatchObject({ summary: 'mine', team: 'pay' });
  expect(next.annotations.summary_ko).toContain('지연');
  expect(withTemplate({ ...form, name: 'Mine' }, 'loss').name).toBe('Mine');
});

test('withTemplate_free_beginsWithTheExpressionSoFar', () => {
  expect(withTemplate(newForm('lag', { group: 'g' }), 'free').expr).toBe(expr('lag', { group: 'g' }));
});

test('formFrom_address_isFilledIn', () => {
  const params = new URLSearchParams({ template: 'verdict', group: '주문-알림', verdict: 'lost', cluster: 'demo' });
  expect(formFrom(params)).toMatchObject({ template: 'verdict', group: '주문-알림', verdict: 'lost', cluster: 'demo' });
  expect(formFrom(new URLSearchParams({ template: 'nonsense' })).template).toBe('lag');
});
