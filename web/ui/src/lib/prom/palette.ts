/**
 * Colours of lines on the surface of each scheme. Each has a contrast of 3 or more to its ground, and any two stay apart for those who see no red, no
 * green or no blue (palette.test.ts measures both). Lines beyond the eighth begin again, with another dash.
 */
const COLOURS = {
  light: ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#3414a1', '#8b2241', '#8f82e2', '#865812'],
  dark: ['#56b4e9', '#f2924a', '#1fa37f', '#f6c330', '#9856a7', '#99df98', '#5266dc', '#988638'],
} as const;

const DASHES: readonly (readonly number[])[] = [[], [8, 4], [2, 3], [10, 3, 2, 3]];

export type Scheme = keyof typeof COLOURS;

/** How a line looks: its colour, and its dashes and gaps in px (none for a whole line). */
export interface Stroke {
  readonly colour: string;
  readonly dash: readonly number[];
}

export function strokeOf(index: number, scheme: Scheme): Stroke {
  const colours = COLOURS[scheme];
  const dash = DASHES[Math.floor(index / colours.length) % DASHES.length];
  return { colour: colours[index % colours.length] ?? colours[0], dash: dash ?? [] };
}

/** A colour with an opacity between 0 and 1, for areas. */
export function faded(colour: string, opacity: number): string {
  return `${colour}${Math.round(opacity * 255)
    .toString(16)
    .padStart(2, '0')}`;
}
