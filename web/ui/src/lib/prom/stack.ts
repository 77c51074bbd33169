type Values = readonly (number | null)[];

/** Lines put on top of each other. */
export interface Stacked {
  readonly values: readonly Values[];
  /** The line on which each stands; -1 for zero. */
  readonly below: readonly number[];
}

/**
 * Puts lines on top of each other in their order, those that are mostly negative below zero. A gap counts as 0 while another line of the stack has
 * a value at that time, so that what lies above it does not fall.
 */
export function stack(lines: readonly Values[]): Stacked {
  const up = { sums: [] as number[], top: -1 };
  const down = { sums: [] as number[], top: -1 };
  const known = anyKnown(lines);
  const below: number[] = [];
  const values = lines.map((line, i) => {
    const pile = isNegative(line) ? down : up;
    below.push(pile.top);
    pile.top = i;
    return known.map((isKnown, at) => {
      const sum = (pile.sums[at] ?? 0) + (line[at] ?? 0);
      pile.sums[at] = sum;
      return isKnown ? sum : null;
    });
  });
  return { values, below };
}

function anyKnown(lines: readonly Values[]): boolean[] {
  const count = lines[0]?.length ?? 0;
  return Array.from({ length: count }, (_, at) => lines.some((line) => line[at] !== null && line[at] !== undefined));
}

function isNegative(line: Values): boolean {
  return line.reduce<number>((sum, value) => sum + (value ?? 0), 0) < 0;
}
