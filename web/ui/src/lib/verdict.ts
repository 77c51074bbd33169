import type { Verdict } from '../api/types';

/** All verdicts in the order of severity, the last being the worst. */
export const VERDICTS = [
  'ok',
  'unknown',
  'abandoned',
  'warn',
  'err',
  'rewind',
  'stall',
  'stop',
  'lost',
] as const satisfies readonly Verdict[];

export type VerdictTone = 'ok' | 'warn' | 'bad' | 'neutral';
export type VerdictFilter = Verdict | 'alarming';

const TONES: Record<Verdict, VerdictTone> = {
  ok: 'ok',
  unknown: 'neutral',
  abandoned: 'neutral',
  warn: 'warn',
  err: 'bad',
  rewind: 'warn',
  stall: 'bad',
  stop: 'bad',
  lost: 'bad',
};

export const toneOfVerdict = (verdict: Verdict): VerdictTone => TONES[verdict];

/** 0 for the mildest. */
export const severityOf = (verdict: Verdict): number => VERDICTS.indexOf(verdict);

/** Whether somebody should look, as on the server. */
export const isAlarming = (verdict: Verdict): boolean => severityOf(verdict) >= severityOf('warn');

/** A filter as the address gives it; undefined for none and for words that are no verdict. */
export function readVerdictFilter(word: string | null): VerdictFilter | undefined {
  return word === 'alarming' ? word : VERDICTS.find((verdict) => verdict === word);
}

/** How many groups each verdict has, the worst first; verdicts that none has are left out. */
export function worstFirst(counts: Readonly<Record<string, number>>): [Verdict, number][] {
  return [...VERDICTS].reverse().flatMap((verdict) => {
    const count = counts[verdict] ?? 0;
    return count === 0 ? [] : [[verdict, count] as [Verdict, number]];
  });
}
