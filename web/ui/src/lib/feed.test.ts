import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { backoff, type EventStream, Feed, type FeedStatus, type SnapshotEvent } from './feed';

class FakeStream implements EventStream {
  onopen: ((event: Event) => unknown) | null = null;
  onerror: ((event: Event) => unknown) | null = null;
  closed = false;
  private listener: (event: MessageEvent<string>) => void = () => undefined;

  addEventListener(_type: string, listener: (event: MessageEvent<string>) => void): void {
    this.listener = listener;
  }

  close(): void {
    this.closed = true;
  }

  say(data: string): void {
    this.listener(new MessageEvent('snapshot', { data }));
  }
}

const streams: FakeStream[] = [];
const states: FeedStatus[] = [];
const events: SnapshotEvent[] = [];

function newFeed(): Feed {
  return new Feed({
    open: () => {
      const stream = new FakeStream();
      streams.push(stream);
      return stream;
    },
    onSnapshot: (event) => events.push(event),
    onStatus: (status) => states.push(status),
    random: () => 1,
    silenceLimit: 60_000,
  });
}

const newest = () => streams.at(-1) as FakeStream;
const event = new Event('any');

beforeEach(() => {
  vi.useFakeTimers();
  streams.length = states.length = events.length = 0;
});
afterEach(() => vi.useRealTimers());

test('backoff_growingAttempts_doublesUpToHalfAMinute', () => {
  expect([0, 1, 2, 3, 4, 5, 50].map((attempt) => backoff(attempt, () => 1))).toEqual([
    1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
  ]);
});

test('backoff_jitter_isTheUpperHalf', () => {
  expect(backoff(2, () => 0)).toBe(2_000);
});

test('feed_event_isToldWithLive', () => {
  newFeed().start();
  newest().onopen?.(event);
  newest().say('{"cluster":"demo","state":"ok","cycle":4}');
  expect(events).toEqual([{ cluster: 'demo', cycle: 4 }]);
  expect(states.at(-1)).toBe('live');
});

test('feed_nonsense_isIgnored', () => {
  newFeed().start();
  for (const data of ['', '<html>', 'null', '{"cluster":1}']) newest().say(data);
  expect(events).toEqual([]);
});

test('feed_error_reconnectsLaterAndLater', () => {
  newFeed().start();
  newest().onerror?.(event);
  expect(states.at(-1)).toBe('reconnecting');
  expect(newest().closed).toBe(true);
  vi.advanceTimersByTime(999);
  expect(streams).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(streams).toHaveLength(2);
  newest().onerror?.(event);
  vi.advanceTimersByTime(1_999);
  expect(streams).toHaveLength(2);
  vi.advanceTimersByTime(1);
  expect(streams).toHaveLength(3);
});

test('feed_connectedAgain_beginsBackoffAnew', () => {
  newFeed().start();
  newest().onerror?.(event);
  vi.advanceTimersByTime(1_000);
  newest().onopen?.(event);
  newest().onerror?.(event);
  vi.advanceTimersByTime(1_000);
  expect(streams).toHaveLength(3);
});

test('feed_silence_countsAsDead', () => {
  newFeed().start();
  newest().onopen?.(event);
  vi.advanceTimersByTime(59_999);
  expect(states.at(-1)).toBe('live');
  vi.advanceTimersByTime(1);
  expect(states.at(-1)).toBe('reconnecting');
});

test('feed_stopped_neverConnectsAgain', () => {
  const feed = newFeed();
  feed.start();
  newest().onerror?.(event);
  feed.stop();
  vi.advanceTimersByTime(600_000);
  expect(streams).toHaveLength(1);
});

test('feed_startedTwice_connectsOnce', () => {
  const feed = newFeed();
  feed.start();
  feed.start();
  expect(streams).toHaveLength(1);
});
