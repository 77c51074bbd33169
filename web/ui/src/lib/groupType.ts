import type { GroupType } from '../api/types';

export const GROUP_TYPES = [
  'classic',
  'consumer',
  'share',
  'streams',
  'unknown',
] as const satisfies readonly GroupType[];

/** A type as the address gives it; undefined for none and for words that are no type. */
export function readGroupType(word: string | null): GroupType | undefined {
  return GROUP_TYPES.find((type) => type === word);
}
