import { useQuery, useQueryClient } from '@tanstack/react-query';
import { PromError } from '../../api/prometheus';
import { type Answer, type Question, runQuery } from '../../api/promQueries';
import type { QueryState } from '../../lib/prom/exploreState';
import { type Explore, useExploreContext } from './ExploreContext';

export interface Answering {
  /** The answer to this question, or while that is awaited the one to the question before. */
  readonly answer: Answer | undefined;
  readonly error: PromError | undefined;
  readonly running: boolean;
  /** Whether `answer` is of another question than the one asked now. */
  readonly outdated: boolean;
  /** Whether a person has given up waiting. */
  readonly cancelled: boolean;
  readonly cancel: () => void;
}

/** Asks what a query of the page is to show, and gives the answer. */
export function useAnswer(query: QueryState): Answering {
  const explore = useExploreContext();
  const client = useQueryClient();
  const question = questionOf(query, explore);
  const options = runQuery(question ?? { kind: 'table', expr: '', time: 0 }, explore.asking.at);
  const enabled = question !== undefined;
  const { data, error, fetchStatus, isPending, isPlaceholderData } = useQuery({
    ...options,
    enabled,
    placeholderData: (before: Answer | undefined) => (before?.kind === question?.kind ? before : undefined),
  });
  const waiting = isPending || isPlaceholderData;
  return {
    answer: enabled ? data : undefined,
    error: enabled && error !== null ? promError(error) : undefined,
    running: fetchStatus !== 'idle',
    outdated: isPlaceholderData,
    cancelled: enabled && waiting && fetchStatus === 'idle',
    cancel: () => void client.cancelQueries({ queryKey: options.queryKey, exact: true }),
  };
}

/** What a query asks for its view; undefined for one that is not to be asked. Tables and plans of a moment are of the end of the range. */
function questionOf({ expr, view, off, explainInstant }: QueryState, { span, grid }: Explore): Question | undefined {
  if (off || expr.trim() === '' || span === undefined || grid === undefined) return undefined;
  const time = Math.round(span.to) / 1000;
  if (view === 'graph') return { kind: 'graph', expr, grid, span };
  if (view === 'table') return { kind: 'table', expr, time };
  return { kind: 'explain', expr, over: explainInstant ? time : grid };
}

function promError(error: Error): PromError {
  return error instanceof PromError ? error : new PromError('internal', error.message);
}
