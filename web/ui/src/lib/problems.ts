import type { Problem } from '../api/types';

/** The problems that can be the reason why a group's offsets are missing: those about groups, and of these the ones about offsets first. */
export function groupProblems(problems: readonly Problem[]): Problem[] {
  return problems
    .filter(({ fact }) => /group/i.test(fact))
    .sort((a, b) => Number(/offset/i.test(b.fact)) - Number(/offset/i.test(a.fact)));
}
