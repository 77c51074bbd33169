export type GroupTone = 'ok' | 'warn' | 'bad' | 'neutral';

const OK = new Set(['stable', 'running']);
const MOVING = new Set(['preparingrebalance', 'completingrebalance', 'assigning', 'reconciling', 'notready']);
const GONE = new Set(['dead']);

/** How a coordinator's word for a group's state is to be taken; words that we do not know are neutral. */
export function toneOfState(state: string): GroupTone {
  const word = state.toLowerCase().replace(/[^a-z]/g, '');
  if (OK.has(word)) return 'ok';
  if (MOVING.has(word)) return 'warn';
  return GONE.has(word) ? 'bad' : 'neutral';
}
