import type { Problem } from '../lib/alerts/rule';
import { ApiError, errorFrom } from './apiError';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** What changes something is on the disk before it is answered, and a back-test takes its time: after this long (ms) nobody answers any more. */
const TIMEOUT = 120_000;

/** A rule file that the server does not take, with what is wrong in it. */
export class RefusedError extends ApiError {
  constructor(
    message: string,
    readonly problems: readonly Problem[],
  ) {
    super('bad_request', message);
  }
}

/** Sends JSON and reads the answer, which may be empty. Throws {@link ApiError}. */
export async function send<T>(method: Method, url: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await asked(method, url, body, signal);
  const answer = parse(await response.text());
  if (!response.ok) throw refusal(response.status, answer);
  return answer as T;
}

async function asked(method: Method, url: string, body: unknown, signal: AbortSignal | undefined): Promise<Response> {
  const limit = AbortSignal.timeout(TIMEOUT);
  try {
    return await fetch(url, {
      method,
      signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new ApiError('unreachable', error instanceof Error ? error.message : String(error));
  }
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}

/** Klamm's own words for what is wrong, or those of Alertmanager's API: a bare text. */
function refusal(status: number, answer: unknown): ApiError {
  if (typeof answer === 'string' && answer !== '') return new ApiError(errorFrom(status, undefined).code, answer);
  if (typeof answer === 'object' && answer !== null && 'problems' in answer && Array.isArray(answer.problems)) {
    const message = 'message' in answer ? String(answer.message) : '';
    return new RefusedError(message, answer.problems as Problem[]);
  }
  return errorFrom(status, answer);
}
