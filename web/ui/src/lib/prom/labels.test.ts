// @vitest-environment node
import { expect, test } from 'vitest';
import { labelInPath, namingOf, seriesId, seriesText } from './labels';

test.each([
  [{}, '{}'],
  [{ __name__: 'up' }, 'up'],
  [{ __name__: 'up', job: 'a', instance: 'b:1' }, 'up{instance="b:1", job="a"}'],
  [{ job: 'a' }, '{job="a"}'],
  [{ __name__: 'http.requests', 'service.name': '주문' }, '{"http.requests", "service.name"="주문"}'],
  [{ __name__: 'm', path: 'C:\\a "b"\nc' }, 'm{path="C:\\\\a \\"b\\"\\nc"}'],
])('seriesText_%j_is%s', (labels, text) => {
  expect(seriesText(labels as Record<string, string>)).toBe(text);
});

test.each([
  ['job', 'job'],
  ['service.name', 'U__service_2e_name'],
  ['a_b.c', 'U__a__b_2e_c'],
  ['주문', 'U___c8fc__bb38_'],
])('labelInPath_%s_is%s', (name, path) => {
  expect(labelInPath(name)).toBe(path);
});

test('seriesId_sameLabelsInAnotherOrder_isTheSame', () => {
  expect(seriesId({ a: '1', b: '2' })).toBe(seriesId({ b: '2', a: '1' }));
});

test('seriesId_tensOfThousands_areAllDifferent', () => {
  const ids = Array.from({ length: 50_000 }, (_, i) => seriesId({ __name__: 'm', partition: String(i), topic: 't' }));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => /^[0-9a-z]{1,16}$/.test(id))).toBe(true);
});

test('seriesId_partsMovedBetweenLabels_differ', () => {
  expect(seriesId({ a: 'bc' })).not.toBe(seriesId({ ab: 'c' }));
});

test('namingOf_several_saysWhatTheyShareOnce', () => {
  const all = [
    { __name__: 'up', job: 'kafka', instance: '1' },
    { __name__: 'up', job: 'kafka', instance: '2' },
  ];
  const { common, nameOf, differing } = namingOf(all);
  expect(common).toEqual({ __name__: 'up', job: 'kafka' });
  expect(all.map(nameOf)).toEqual(['instance="1"', 'instance="2"']);
  expect(differing).toEqual(['instance']);
});

test('namingOf_labelThatOneLacks_isNotShared', () => {
  expect(namingOf([{ a: '1', b: '2' }, { a: '1' }]).common).toEqual({ a: '1' });
});

test('namingOf_one_keepsItsWholeName', () => {
  const one = { __name__: 'up', job: 'a' };
  const { common, nameOf, differing } = namingOf([one]);
  expect([common, nameOf(one), differing]).toEqual([{}, 'up{job="a"}', ['__name__', 'job']]);
});
