import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { vi } from 'vitest';
import { newClient } from './App';
import type { ClusterSummary, Group, GroupDetail, GroupHistory, PartitionLag, Snapshot } from './api/types';
import { startTexts } from './i18n';
import { Pages } from './pages/Pages';

export const SNAPSHOT: Snapshot = {
  cluster: 'demo',
  state: 'ok',
  cycle: 3,
  takenAt: '2026-11-21T00:00:00Z',
  ageSeconds: 4,
  stale: false,
};

export const CLUSTER: ClusterSummary = {
  name: 'demo',
  state: 'ok',
  intervalSeconds: 15,
  problems: [],
  snapshot: SNAPSHOT,
  brokers: 3,
  topics: 2,
  partitions: 6,
  underReplicatedPartitions: 0,
  offlinePartitions: 0,
  groups: 1,
  totalLag: 12_345,
};

export const GROUP: Group = {
  group: 'slow-consumer',
  type: 'classic',
  state: 'Stable',
  members: 1,
  topics: 1,
  totalLag: 12_345,
  readAt: '2026-11-21T00:00:00Z',
  ageSeconds: 4,
};

export const DETAIL: GroupDetail = {
  snapshot: SNAPSHOT,
  group: GROUP,
  offsetsReadable: true,
  members: [],
  partitions: [],
};

/** A partition that commits the same offset again and again. */
export const STALLED: PartitionLag = {
  group: 'slow-consumer',
  topic: 'orders',
  partition: 7,
  committedOffset: 100,
  endOffset: 220,
  lag: 120,
  commitBeyondEnd: false,
  memberId: 'worker-2',
  clientId: 'worker',
  verdict: 'stall',
  effectiveLag: 118,
  lagSeconds: 330,
  evidence: {
    rule: 'commits-the-same',
    text: { en: 'It has committed nothing but offset 100.', ko: '오프셋 100만 되풀이해 커밋하고 있습니다.' },
    facts: { stalled: 240_000, lag: 120 },
    commits: [
      { offset: 100, at: '2026-11-20T23:56:00Z', lag: 80 },
      { offset: 100, at: '2026-11-21T00:00:00Z', lag: 120 },
    ],
    ends: [{ offset: 220, at: '2026-11-21T00:00:00Z' }],
  },
  forecast: {
    producedPerSecond: 0.5,
    consumedPerSecond: 0,
    timeLag: { seconds: 330, method: 'at-least', confidence: 'low' },
    secondsUntilLoss: 7_200,
  },
};

/** The group with a verdict and all that belongs to it. */
export const JUDGED: GroupDetail = {
  ...DETAIL,
  group: {
    ...GROUP,
    verdict: 'stall',
    muted: false,
    source: 'offsets-topic',
    maxLagSeconds: 330,
    secondsUntilLoss: 7_200,
  },
  worst: { topic: 'orders', partition: 7 },
  members: [
    { memberId: 'worker-1', clientId: 'worker', host: '10.0.0.1', partitions: 1 },
    { memberId: 'worker-2', clientId: 'worker', host: '10.0.0.2', partitions: 1 },
  ],
  partitions: [
    { group: 'slow-consumer', topic: 'orders', partition: 6, commitBeyondEnd: false, lag: 0, verdict: 'ok' },
    STALLED,
  ],
};

export const HISTORY: GroupHistory = {
  snapshot: SNAPSHOT,
  times: ['2026-11-20T23:59:40Z', '2026-11-20T23:59:50Z', '2026-11-21T00:00:00Z'],
  rows: [{ topic: 'orders', partition: 7, lags: [null, 0, 120] }],
};

type Answer = object | string | number;
type Answerer = (url: URL, signal: AbortSignal | undefined, body: unknown) => Answer | Promise<Answer>;

/** What the server answers: JSON text, an object or a status by path below the API, or what makes one of these of the request. */
export type Answers = Record<string, Answer | Answerer>;

/** An answer of the Prometheus API. */
export function promReply(data: unknown, more: object = {}): object {
  return { status: 'success', data, ...more };
}

/** An error of the Prometheus API. */
export function promError(status: number, errorType: string, error: string): Response {
  return respondWith(status, { status: 'error', errorType, error });
}

/** Answers each request by its path; returns the addresses that were asked for. What has no answer is a 404. */
export function serve(answers: Answers): URL[] {
  const asked: URL[] = [];
  vi.stubGlobal('fetch', async (input: Request | string, init?: RequestInit) => {
    const url = new URL(typeof input === 'string' ? input : input.url);
    asked.push(url);
    const answer = answers[decodeURIComponent(url.pathname).replace('/api/klamm/v1', '')];
    return respond(typeof answer === 'function' ? await answer(url, init?.signal ?? undefined, init?.body) : answer);
  });
  return asked;
}

function respond(answer: Answer | undefined): Response {
  if (answer instanceof Response) return answer.clone();
  if (answer === undefined) return respondWith(404, { code: 'not_found', message: 'not there' });
  if (answer === 0) throw new TypeError('Failed to fetch');
  if (answer === 503) return respondWith(503, { code: 'not_ready', message: 'not read yet' });
  if (typeof answer === 'number') return respondWith(answer, { code: 'internal', message: 'broken' });
  return respondWith(200, answer);
}

function respondWith(status: number, body: object | string): Response {
  return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });
}

/** Draws the whole page at an address, in one language. */
export async function show(address: string, language: 'en' | 'ko' = 'en') {
  await startTexts(language);
  return render(wrap(<Pages />, address));
}

/** Draws one part alone. */
export async function showPart(part: ReactNode, language: 'en' | 'ko' = 'en') {
  await startTexts(language);
  return render(wrap(part, '/'));
}

function wrap(children: ReactNode, address: string) {
  return (
    <MantineProvider env="test" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={newClient()}>
        <MemoryRouter initialEntries={[address]}>{children}</MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>
  );
}
