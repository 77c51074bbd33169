import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import en from './en.json';
import ko from './ko.json';

const SOURCE = join(import.meta.dirname, '..');
const PLURAL = /_(one|other)$/;

function flatten(node: object, path = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [name, value] of Object.entries(node)) {
    const key = path === '' ? name : `${path}.${name}`;
    if (typeof value === 'string') texts.set(key, value);
    else for (const [inner, text] of flatten(value, key)) texts.set(inner, text);
  }
  return texts;
}

function sources(): string {
  return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => /\.tsx?$/.test(file) && !file.includes('.test.') && !file.startsWith('i18n') && !file.endsWith('.d.ts'),
    )
    .map((file) => readFileSync(join(SOURCE, file), 'utf8'))
    .join('\n');
}

const stem = (key: string) => key.replace(PLURAL, '');
const variables = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
const english = flatten(en);
const korean = flatten(ko);
const code = sources();

/** Keys that the code puts together: t(`live.${status}`) stands for all of `live.*`. */
const patterns = [...code.matchAll(/`([a-z]\w*(?:\.\w+)*\.)\$\{[^}]+\}(\w*)`/gi)].map(
  ([, start, end]) => new RegExp(`^${start?.replaceAll('.', '\\.')}[\\w-]+${end}$`),
);
const isUsed = (key: string) =>
  new RegExp(`['"\`]${stem(key).replaceAll('.', '\\.')}['"\`]`).test(code) ||
  patterns.some((pattern) => pattern.test(stem(key)));

test('texts_ofBothLanguages_haveTheSameKeys', () => {
  expect([...new Set([...korean.keys()].map(stem))].sort()).toEqual([...new Set([...english.keys()].map(stem))].sort());
});

test('texts_plurals_haveTheFormsOfTheirLanguage', () => {
  const plural = [...english.keys()].filter((key) => key.endsWith('_other'));
  expect(plural.length).toBeGreaterThan(0);
  for (const key of plural) {
    expect(english.has(key.replace('_other', '_one')), key).toBe(true);
    expect(korean.has(key), key).toBe(true);
  }
});

test('texts_ofBothLanguages_takeTheSameValues', () => {
  for (const [key, text] of korean) expect(variables(text), key).toEqual(variables(english.get(key) ?? ''));
});

test('texts_none_isEmpty', () => {
  for (const [key, text] of [...english, ...korean]) expect(text.trim(), key).not.toBe('');
});

test('texts_inEitherLanguage_areAllUsed', () => {
  expect([...english.keys(), ...korean.keys()].filter((key) => !isUsed(key))).toEqual([]);
});

test('texts_usedInTheCode_allExist', () => {
  const roots = Object.keys(en).join('|');
  const used = [...code.matchAll(new RegExp(`['"]((?:${roots})\\.\\w+)['"]`, 'g'))].map(([, key]) => key as string);
  const known = new Set([...english.keys()].map(stem));
  expect(used.length).toBeGreaterThan(100);
  expect(used.filter((key) => !known.has(key))).toEqual([]);
});
