import { expect, test } from 'vitest';
import { beginNew, beginWith, onto, ruleIn, withForm, withText } from './ruleEdit';
import { newForm } from './ruleForm';

const OTHERS = 'groups:\n  - name: own\n    rules:\n      - alert: Other # theirs\n        expr: up == 0\n';

test('beginNew_whole_isInTheText', () => {
  const edit = beginNew(OTHERS, newForm('lag', { group: 'billing' }));
  expect(edit.place).toEqual({ group: 0, rule: 1 });
  expect(edit.text).toContain('# theirs');
  expect(edit.text).toContain('consumergroup="billing"');
});

test('beginNew_notFilledIn_isNotInTheTextUntilItIs', () => {
  const edit = beginNew(OTHERS, newForm('free'));
  expect(edit).toMatchObject({ text: OTHERS, place: undefined });
  const next = withForm(edit, { ...edit.form, name: 'Mine', expr: 'up == 1' });
  expect(ruleIn(next)).toMatchObject({ alert: 'Mine', expr: 'up == 1' });
  expect(withForm(next, { ...next.form, name: 'Yours' }).text).not.toContain('Mine');
});

test('withText_changed_isInTheForm', () => {
  const edit = beginNew('', newForm('lag'));
  const next = withText(edit, edit.text.replace('10000', '77').replace('1m', '9m'));
  expect(next.form).toMatchObject({ template: 'lag', threshold: '77', hold: '9m' });
});

test('withText_anotherExpression_isFree', () => {
  const edit = beginNew('', newForm('lag'));
  expect(withText(edit, edit.text.replace('>= 10000', '>= 10000 or up')).form.template).toBe('free');
});

test('withText_broken_keepsTheForm_andTheFormThenKeepsTheText', () => {
  const edit = beginNew('', newForm('lag'));
  const broken = withText(edit, `${edit.text}\n  : [`);
  expect(broken.form).toBe(edit.form);
  expect(withForm(broken, { ...edit.form, hold: '8m' }).text).toBe(broken.text);
});

test('withText_ruleGone_isWrittenAnewByTheForm', () => {
  const gone = withText(beginNew('', newForm('lag')), OTHERS);
  const edit = beginNew('', newForm('lag'));
  expect(withText(edit, 'groups: []\n').place).toBeUndefined();
  expect(gone.form.name).toBe('Other');
});

test('beginWith_rule_andChangeIt', () => {
  const edit = beginWith(OTHERS, { group: 0, rule: 0 });
  expect(edit?.form).toMatchObject({ template: 'free', name: 'Other', expr: 'up == 0' });
  expect(beginWith(OTHERS, { group: 3, rule: 0 })).toBeUndefined();
});

test('onto_theirText_keepsBoth', () => {
  const edit = beginNew('', newForm('lag'));
  const merged = onto(edit, OTHERS);
  expect(merged.text).toContain('# theirs');
  expect(ruleIn(merged)?.alert).toBe('ConsumerGroupLag');
  const twice = onto(edit, merged.text);
  expect(twice.text).toBe(merged.text);
});
