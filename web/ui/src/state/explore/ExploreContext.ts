import { createContext, useContext } from 'react';
import type { Grid } from '../../lib/prom/step';
import type { Span } from '../../lib/prom/timeRange';
import type { Asking } from './useAsking';
import type { ExploreControl } from './useExplore';

/** The part of an editor that others write into. */
export interface EditorHandle {
  readonly insert: (text: string) => void;
}

/** What all parts of Explore share. */
export interface Explore extends ExploreControl {
  readonly asking: Asking;
  /** The range in ms; undefined when the address holds one that ends before it begins. */
  readonly span: Span | undefined;
  /** The step in use, in seconds. */
  readonly step: number;
  readonly grid: Grid | undefined;
  /** To be told of the editor of a query, and that there is none any more. */
  readonly register: (name: string, editor: EditorHandle | undefined) => void;
  /** To be told which editor a person writes in. */
  readonly enter: (name: string) => void;
  /** Writes into the editor in use, at the cursor. */
  readonly insert: (text: string) => void;
  /** Puts an expression in the place of the one in use, and asks it. */
  readonly use: (expr: string) => void;
  /** Asks a query, and keeps it in this browser's history. */
  readonly run: (name: string, expr: string) => void;
  readonly zoomTo: (span: Span) => void;
  /** Twice (2) or half (0.5) as wide. */
  readonly zoomBy: (factor: number) => void;
}

export const ExploreContext = createContext<Explore | undefined>(undefined);

export function useExploreContext(): Explore {
  const explore = useContext(ExploreContext);
  if (explore === undefined) throw new Error('useExploreContext: used outside Explore (expected: below ExplorePage)');
  return explore;
}
