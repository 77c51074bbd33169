import { expect, test } from 'vitest';
import { promError, serve } from '../../../testApp';
import { diagnosticOf, problemOf } from './syntax';

const signal = () => new AbortController().signal;

test('problemOf_serverWithoutTheFirstParser_asksTheSecond_forAllEditorsAtOnce', async () => {
  const message = 'invalid parameter "query": 1:7: parse error: unclosed left parenthesis';
  const asked = serve({ '/api/v1/format_query': promError(400, 'bad_data', message) });
  const found = await Promise.all(['sum(up', 'avg(up', 'max(up'].map((expr) => problemOf(expr, signal())));
  expect(found.map((problem) => problem?.message)).toEqual([message, message, message]);
  expect(await problemOf('min(up', signal())).toEqual({ expr: 'min(up', message });
  expect(asked.at(-1)?.pathname).toBe('/api/v1/format_query');
  expect(diagnosticOf({ expr: 'sum(up', message })).toEqual({
    from: 5,
    to: 6,
    severity: 'error',
    message: 'unclosed left parenthesis',
  });
});

test('problemOf_nothingWritten_isNotAsked', async () => {
  const asked = serve({});
  expect(await problemOf('  ', signal())).toBeUndefined();
  expect(asked).toEqual([]);
});
