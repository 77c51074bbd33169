import { afterEach, expect, test, vi } from 'vitest';
import { serve } from '../testApp';
import { ApiError } from './apiError';
import { get } from './get';

const signal = () => new AbortController().signal;
const groups = (group: string) =>
  get('/clusters/{cluster}/groups/{group}', { path: { cluster: 'a/b', group } }, signal());

afterEach(() => vi.unstubAllGlobals());

test('get_namesOfAnyCharacter_areOneSegmentEach', async () => {
  const asked = serve({ '/clusters/a/b/groups/x?y#z': {} });
  await groups('x?y#z');
  expect(asked[0]?.pathname).toBe('/api/klamm/v1/clusters/a%2Fb/groups/x%3Fy%23z');
});

test('get_longIntegers_areExact', async () => {
  serve({ '/clusters': '{"clusters":[{"totalLag":9007199254740993}]}' });
  const { clusters } = await get('/clusters', {}, signal());
  expect(clusters[0]?.totalLag).toBe(9007199254740993n);
});

test.each([
  [503, 'not_ready'],
  [500, 'internal'],
  [0, 'unreachable'],
  ['<html>', 'unreadable'],
])('get_answer%s_throws%s', async (answer, code) => {
  serve({ '/clusters': answer });
  await expect(get('/clusters', {}, signal())).rejects.toMatchObject({ name: 'ApiError', code });
});

test('get_aborted_isNoErrorOfTheServer', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new DOMException('aborted', 'AbortError');
  });
  const controller = new AbortController();
  controller.abort();
  const error: unknown = await get('/clusters', {}, controller.signal).catch((thrown: unknown) => thrown);
  expect(error).not.toBeInstanceOf(ApiError);
});
