import { expect, test } from 'vitest';
import { initialLanguage, localeOf, rememberLanguage } from './language';

const stored = (value: string | null) => ({ getItem: () => value });

test.each([
  ['ko', ['en-US'], 'ko'],
  [null, ['ko-KR', 'en'], 'ko'],
  [null, ['fr-FR', 'ko'], 'ko'],
  [null, ['fr'], 'en'],
  ['klingon', [], 'en'],
])('initialLanguage_remembered%j_preferred%j_is%s', (value, preferred, language) => {
  expect(initialLanguage(stored(value), preferred)).toBe(language);
});

test('initialLanguage_forbiddenStorage_isTheBrowsers', () => {
  const forbidden = {
    getItem: () => {
      throw new Error('SecurityError');
    },
  };
  expect(initialLanguage(forbidden, ['ko'])).toBe('ko');
});

test('rememberLanguage_then_isInitial', () => {
  rememberLanguage('ko');
  expect(initialLanguage(localStorage, ['en'])).toBe('ko');
});

test('localeOf_browserHasAVariant_isIt', () => {
  expect(localeOf('en', ['ko-KR', 'en-GB'])).toBe('en-GB');
  expect(localeOf('ko', ['en'])).toBe('ko');
});
