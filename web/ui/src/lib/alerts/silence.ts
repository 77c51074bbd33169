import { type ApiMatcher, fromApi, isTelling, isWhole, type Matcher, toApi } from './matchers';

export const SILENCE_STATES = ['active', 'pending', 'expired'] as const;
export type SilenceState = (typeof SILENCE_STATES)[number];

/** A silence as Alertmanager's API writes it. */
export interface ApiSilence {
  readonly id: string;
  readonly status: { readonly state: SilenceState };
  readonly matchers: readonly ApiMatcher[];
  readonly startsAt: string;
  readonly endsAt: string;
  readonly updatedAt: string;
  readonly createdBy: string;
  readonly comment: string;
}

/** What is sent to make one, or with an id to change one. */
export type NewSilence = Omit<ApiSilence, 'id' | 'status' | 'updatedAt'> & { readonly id?: string };

/** A silence as the form shows it. */
export interface SilenceForm {
  /** Undefined for a new one. */
  readonly id: string | undefined;
  readonly matchers: readonly Matcher[];
  /** When it begins (ms); undefined for at once. */
  readonly startsAt: number | undefined;
  /** How long, in seconds from its beginning, or from now for one that has begun. */
  readonly seconds: number;
  readonly createdBy: string;
  readonly comment: string;
}

/** Lengths to choose from, in seconds. */
export const LENGTHS = [1_800, 3_600, 7_200, 14_400, 28_800, 86_400, 259_200, 604_800] as const;

export type SilenceField = 'matchers' | 'seconds' | 'createdBy' | 'comment';

export function newSilence(matchers: readonly Matcher[], createdBy: string): SilenceForm {
  const first: Matcher = { name: 'alertname', operator: '=', value: '' };
  return {
    id: undefined,
    matchers: matchers.length === 0 ? [first] : matchers,
    startsAt: undefined,
    seconds: 7_200,
    createdBy,
    comment: '',
  };
}

/** The form for a silence that is there; an expired one is made anew. */
export function silenceForm(
  { id, status, matchers, startsAt, endsAt, createdBy, comment }: ApiSilence,
  now: number,
): SilenceForm {
  const [start, end] = [Date.parse(startsAt), Date.parse(endsAt)];
  const expired = status.state === 'expired';
  return {
    id: expired ? undefined : id,
    matchers: matchers.map(fromApi),
    startsAt: status.state === 'pending' || status.state === 'active' ? start : undefined,
    seconds: Math.max(60, Math.round((end - (status.state === 'active' ? now : start)) / 60_000) * 60),
    createdBy,
    comment,
  };
}

/** What has to be filled in before it can be made. */
export function missingInSilence({ matchers, seconds, createdBy, comment }: SilenceForm): SilenceField[] {
  return [
    ...(matchers.every(isWhole) && matchers.some(isTelling) ? [] : (['matchers'] as const)),
    ...(seconds > 0 ? [] : (['seconds'] as const)),
    ...(createdBy.trim() === '' ? (['createdBy'] as const) : []),
    ...(comment.trim() === '' ? (['comment'] as const) : []),
  ];
}

/** What is sent; one that has begun keeps its beginning. */
export function silenceOf(
  { id, matchers, startsAt, seconds, createdBy, comment }: SilenceForm,
  now: number,
): NewSilence {
  const begin = startsAt ?? now;
  return {
    ...(id === undefined ? {} : { id }),
    matchers: matchers.map(toApi),
    startsAt: new Date(begin).toISOString(),
    endsAt: new Date(Math.max(begin, now) + seconds * 1000).toISOString(),
    createdBy: createdBy.trim(),
    comment: comment.trim(),
  };
}

/** Those of a state: active ones by their end, others by their beginning, the newest first. */
export function silencesIn(all: readonly ApiSilence[], state: SilenceState): ApiSilence[] {
  const sign = state === 'expired' ? -1 : 1;
  const key = ({ startsAt, endsAt }: ApiSilence) => Date.parse(state === 'pending' ? startsAt : endsAt);
  return all.filter((silence) => silence.status.state === state).sort((a, b) => sign * (key(a) - key(b)));
}
