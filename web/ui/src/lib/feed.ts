/** What one event of the server says. */
export interface SnapshotEvent {
  readonly cluster: string;
  readonly cycle: number;
}

export type FeedStatus = 'connecting' | 'live' | 'reconnecting';

/** The part of the browser's EventSource that is used. */
export interface EventStream {
  onopen: ((event: Event) => unknown) | null;
  onerror: ((event: Event) => unknown) | null;
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void;
  close(): void;
}

export interface FeedOptions {
  readonly open: () => EventStream;
  readonly onSnapshot: (event: SnapshotEvent) => void;
  readonly onStatus: (status: FeedStatus) => void;
  readonly random?: () => number;
  /** Without an event for this long the connection counts as dead, in ms: a proxy may swallow it without a word. */
  readonly silenceLimit?: number;
}

const FIRST_DELAY = 1_000;
const LONGEST_DELAY = 30_000;
const SILENCE_LIMIT = 120_000;

/** Pause before attempt number `attempt` (from 0), in ms: doubles up to half a minute, with jitter, so that a hundred pages do not return at once. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const longest = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.min(attempt, 10));
  return Math.round(longest / 2 + (longest / 2) * random());
}

/** Keeps one event stream open for as long as it is wanted. The browser's own retry is not used: it gives up on a 503. */
export class Feed {
  private stream: EventStream | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private attempt = 0;

  constructor(private readonly options: FeedOptions) {}

  /** Connects; a second call does nothing. */
  start(): void {
    if (this.stream !== undefined || this.timer !== undefined) return;
    this.options.onStatus('connecting');
    this.connect();
  }

  /** Ends the connection and all attempts. */
  stop(): void {
    this.disconnect();
    this.attempt = 0;
  }

  private connect(): void {
    const stream = this.options.open();
    this.stream = stream;
    this.watchSilence();
    stream.onopen = () => this.alive();
    stream.onerror = () => this.retry();
    stream.addEventListener('snapshot', (message) => this.receive(message.data));
  }

  private receive(data: string): void {
    this.alive();
    const event = parseEvent(data);
    if (event !== undefined) this.options.onSnapshot(event);
  }

  private alive(): void {
    this.attempt = 0;
    this.watchSilence();
    this.options.onStatus('live');
  }

  private retry(): void {
    this.disconnect();
    this.options.onStatus('reconnecting');
    this.timer = setTimeout(() => this.connect(), backoff(this.attempt++, this.options.random));
  }

  private watchSilence(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.retry(), this.options.silenceLimit ?? SILENCE_LIMIT);
  }

  private disconnect(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.stream?.close();
    this.stream = undefined;
  }
}

function parseEvent(data: string): SnapshotEvent | undefined {
  try {
    const event: unknown = JSON.parse(data);
    if (typeof event !== 'object' || event === null) return undefined;
    const { cluster, cycle } = event as Partial<SnapshotEvent>;
    return typeof cluster === 'string' && typeof cycle === 'number' ? { cluster, cycle } : undefined;
  } catch {
    // A line that is not ours (a proxy's error page): the queries poll on, nothing is lost.
    return undefined;
  }
}
