import { expect, test } from 'vitest';
import { NO_RULE, type Rule } from './rule';
import { fileOf, lastPlace, readRuleFile, ruleAt, withoutRule, withRule } from './ruleFile';

const LAG: Rule = {
  alert: 'Lag',
  expr: 'lag >= 10000',
  hold: '5m',
  keepFiring: '',
  labels: { severity: 'warning' },
  annotations: { summary: '{{ $value }} behind: "very"', summary_ko: '랙 # 많음' },
};

const FILE = `# kept by the team
groups:
  - name: team
    interval: 30s
    rules:
      # why this one is here
      - alert: Down
        expr: up == 0 # all of them
        for: 1m
        labels: {severity: critical}
      - record: job:up
        expr: sum by (job) (up)
`;

test('fileOf_rule_readsBackTheSame', () => {
  const { groups, problems } = readRuleFile(fileOf(LAG));
  expect(problems).toEqual([]);
  expect(groups).toEqual([{ name: 'own', rules: [{ place: { group: 0, rule: 0 }, line: 4, rule: LAG, name: 'Lag' }] }]);
});

test('withRule_new_isAtTheEndAndAllElseStays', () => {
  const text = withRule(FILE, undefined, LAG, 'team');
  expect(text.startsWith(FILE.trimEnd().slice(0, 150))).toBe(true);
  expect(text).toContain('# why this one is here');
  expect(text).toContain('expr: up == 0 # all of them');
  expect(lastPlace(text, 'team')).toEqual({ group: 0, rule: 2 });
  expect(ruleAt(readRuleFile(text), { group: 0, rule: 2 })?.rule).toEqual(LAG);
});

test('withRule_newGroup_isMade', () => {
  const { groups } = readRuleFile(withRule(FILE, undefined, LAG));
  expect(groups.map(({ name, rules }) => [name, rules.length])).toEqual([
    ['team', 2],
    ['own', 1],
  ]);
});

test('withRule_changed_keepsCommentsAndUnknownKeys', () => {
  const down = readRuleFile(FILE).groups[0]?.rules[0]?.rule as Rule;
  const text = withRule(FILE, { group: 0, rule: 0 }, { ...down, hold: '3m' });
  expect(text).toBe(FILE.replace('for: 1m', 'for: 3m').replace('{severity: critical}', '{ severity: critical }'));
});

test('withRule_removedParts_areGone', () => {
  const text = withRule(FILE, { group: 0, rule: 0 }, { ...NO_RULE, alert: 'Down', expr: 'up == 0' });
  expect(text).not.toContain('for:');
  expect(text).not.toContain('labels');
});

test('withRule_longAndManyLines_areNotBroken', () => {
  const long = { ...LAG, expr: `a\n  + b\n> ${'x'.repeat(300)}`, annotations: { runbook: 'First.\n\n- one\n- two' } };
  const text = fileOf(long);
  expect(text).toContain('expr: |-');
  expect(readRuleFile(text).groups[0]?.rules[0]?.rule).toEqual(long);
});

test.each(['5', 'true', 'null', '0x10', '1e3', '- a', 'a: b', '{{ $value }}', '', ' ', '"', "it's", '~'])(
  'withRule_textThatLooksLikeSomethingElse_staysText: %s',
  (value) => {
    const rule = { ...LAG, annotations: { summary: value } };
    expect(readRuleFile(fileOf(rule)).groups[0]?.rules[0]?.rule?.annotations.summary).toBe(value);
  },
);

test('withoutRule_last_takesTheGroupWithIt', () => {
  expect(readRuleFile(withoutRule(fileOf(LAG), { group: 0, rule: 0 })).groups).toEqual([]);
  expect(withoutRule(FILE, { group: 0, rule: 0 })).not.toContain('Down');
  expect(withoutRule(FILE, { group: 0, rule: 0 })).toContain('job:up');
});

test('readRuleFile_brokenYaml_namesTheLine', () => {
  const { problems } = readRuleFile('groups:\n  - name: a\n    rules: [\n');
  expect(problems[0]?.line).toBeGreaterThan(2);
  expect(problems[0]?.message).not.toBe('');
});

test.each(['', '# nothing', 'groups:', 'groups: 7', '- a', 'groups:\n  - rules: 1\n  - 5\n'])(
  'readRuleFile_%j_hasNoRules',
  (text) => {
    expect(readRuleFile(text).groups.flatMap(({ rules }) => rules)).toEqual([]);
    expect(lastPlace(withRule(text, undefined, LAG))).toBeDefined();
  },
);
