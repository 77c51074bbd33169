import { expect, test } from 'vitest';
import {
  fromApi,
  isTelling,
  isWhole,
  type Matcher,
  matcherLine,
  matchersFor,
  matchesAll,
  parseMatchers,
  toApi,
} from './matchers';

const m = (name: string, operator: Matcher['operator'], value: string): Matcher => ({ name, operator, value });

test.each<[string, Matcher[]]>([
  ['', []],
  ['{}', []],
  ['a="b"', [m('a', '=', 'b')]],
  ['a=b', [m('a', '=', 'b')]],
  [
    '{a="x,y}", b=~"c|d", e!="", f!~g.*}',
    [m('a', '=', 'x,y}'), m('b', '=~', 'c|d'), m('e', '!=', ''), m('f', '!~', 'g.*')],
  ],
  ['topic = "say \\"hi\\"\\n"', [m('topic', '=', 'say "hi"\n')]],
  ['컨슈머="주문-알림"', [m('컨슈머', '=', '주문-알림')]],
  ['"odd name"="x"', [m('odd name', '=', 'x')]],
])('parseMatchers_%s', (text, expected) => {
  expect(parseMatchers(text)).toEqual(expected);
  expect(parseMatchers(expected.map(matcherLine).join(', '))).toEqual(expected);
});

test.each(['slow', 'a=="b"', 'a="b" c="d"', '="x"', 'a="b'])('parseMatchers_%s_isNone', (text) => {
  expect(parseMatchers(text)).toBeUndefined();
});

test.each<[string, boolean]>([
  ['a="x"', true],
  ['a="xy"', false],
  ['missing=""', true],
  ['missing!=""', false],
  ['a=~"x|y"', true],
  ['a=~"[x"', false],
  ['a=~""', false],
  ['b=~"a.b"', true],
  ['a!~"x.+"', true],
  ['a="x",b="other"', false],
])('matchesAll_%s_is%s', (text, expected) => {
  expect(matchesAll(parseMatchers(text) ?? [], { a: 'x', b: 'a\nb' })).toBe(expected);
});

test('toApi_andBack_isTheSame', () => {
  for (const operator of ['=', '!=', '=~', '!~'] as const) {
    expect(fromApi(toApi(m('a', operator, 'b')))).toEqual(m('a', operator, 'b'));
  }
  expect(fromApi({ name: 'a', value: 'b', isRegex: false })).toEqual(m('a', '=', 'b'));
});

test('isTelling_whatAnAbsentLabelFulfils_isNot', () => {
  expect([m('a', '=', ''), m('a', '=~', '.*'), m('a', '!=', 'x')].map(isTelling)).toEqual([false, false, false]);
  expect([m('a', '=', 'x'), m('a', '=~', '.+'), m('a', '!=', '')].map(isTelling)).toEqual([true, true, true]);
});

test('isWhole_needsANameAndAnExpressionThatCanBeRead', () => {
  expect([m('', '=', 'x'), m('a', '=~', '('), m('a', '=', '(')].map(isWhole)).toEqual([false, false, true]);
});

test('matchersFor_labels_areAllOfThemTheNameFirst', () => {
  expect(matchersFor({ topic: 't', alertname: 'A' }).map(matcherLine)).toEqual(['alertname="A"', 'topic="t"']);
});
