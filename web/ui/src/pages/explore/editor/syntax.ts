import type { Diagnostic } from '@codemirror/lint';
import { ask, PromError } from '../../../api/prometheus';
import { prometheusUrl } from '../../../lib/base';
import { errorStretch, plainMessage } from '../../../lib/prom/errorPosition';

/** An error that the server has told of an expression. */
export interface Problem {
  readonly expr: string;
  readonly message: string;
}

/** Endpoints that parse and do no more; Prometheus before 3.0 has only the second. */
const PARSERS = ['parse_query', 'format_query'] as const;
/** The first of them that the server has not said to be missing. */
let known = 0;

/** What the server finds wrong with an expression; undefined when nothing is, or when it cannot be asked. */
export async function problemOf(expr: string, signal: AbortSignal): Promise<Problem | undefined> {
  const parser = known;
  const endpoint = PARSERS[parser];
  if (expr.trim() === '' || endpoint === undefined) return undefined;
  try {
    await ask(`${prometheusUrl()}/${endpoint}`, { query: expr }, signal);
    return undefined;
  } catch (error) {
    if (!(error instanceof PromError)) return undefined;
    if (error.type === 'bad_data') return { expr, message: error.message };
    if (error.type !== 'missing') return undefined;
    // Several editors may find the same one missing at once.
    known = Math.max(known, parser + 1);
    return problemOf(expr, signal);
  }
}

/** The error underlined where it lies; a message without a place is of no one word, and is shown with the answer only. */
export function diagnosticOf({ expr, message }: Problem): Diagnostic | undefined {
  const stretch = errorStretch(expr, message);
  return stretch && { ...stretch, severity: 'error', message: plainMessage(message) };
}
