import { fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { showPart } from '../testApp';
import { SearchBox } from './SearchBox';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

async function box(value = '') {
  const onSearch = vi.fn<(text: string) => void>();
  await showPart(<SearchBox label="Search" value={value} onSearch={onSearch} />);
  return { input: screen.getByRole('textbox', { name: 'Search' }), onSearch };
}

test('search_typed_comesOnceAfterAPause', async () => {
  const { input, onSearch } = await box();
  fireEvent.change(input, { target: { value: 'a' } });
  fireEvent.change(input, { target: { value: 'ab' } });
  expect(onSearch).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(onSearch.mock.calls).toEqual([['ab']]);
});

test('search_enter_comesAtOnce', async () => {
  const { input, onSearch } = await box();
  fireEvent.change(input, { target: { value: 'ab' } });
  fireEvent.keyDown(input, { key: 'Enter' });
  expect(onSearch.mock.calls).toEqual([['ab']]);
});

test('search_halfMadeSyllable_isNotSearchedFor', async () => {
  const { input, onSearch } = await box();
  fireEvent.compositionStart(input);
  fireEvent.change(input, { target: { value: '주무' } });
  fireEvent.keyDown(input, { key: 'Enter', isComposing: true, keyCode: 229 });
  vi.advanceTimersByTime(1_000);
  expect(onSearch).not.toHaveBeenCalled();
  fireEvent.change(input, { target: { value: '주문' } });
  fireEvent.compositionEnd(input);
  vi.advanceTimersByTime(200);
  expect(onSearch.mock.calls).toEqual([['주문']]);
});

test('search_escapeWhileComposing_keepsTheText', async () => {
  const { input, onSearch } = await box('test');
  fireEvent.keyDown(input, { key: 'Escape', isComposing: true, keyCode: 229 });
  expect(onSearch).not.toHaveBeenCalled();
  fireEvent.keyDown(input, { key: 'Escape' });
  expect(onSearch.mock.calls).toEqual([['']]);
});

test('search_slash_goesToTheBox', async () => {
  const { input } = await box();
  fireEvent.keyDown(document.body, { key: '/' });
  expect(document.activeElement).toBe(input);
});
