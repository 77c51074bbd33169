import type { components } from './schema';

/** Why there is no answer: the server's own code, or `unreachable` when there was none, or `unreadable` when it was not ours. */
export type ErrorCode = components['schemas']['Error']['code'] | 'unreachable' | 'unreadable';

export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly hint?: string,
  ) {
    super(message);
  }
}

/** Makes an error of an answer's body, whatever that holds. */
export function errorFrom(status: number, body: unknown): ApiError {
  if (isErrorBody(body)) return new ApiError(body.code, body.message, body.hint);
  return new ApiError(codeOf(status), `HTTP ${status}`);
}

function isErrorBody(body: unknown): body is components['schemas']['Error'] {
  return typeof body === 'object' && body !== null && 'code' in body && 'message' in body;
}

function codeOf(status: number): ErrorCode {
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not_found';
  if (status === 409) return 'conflict';
  if (status === 503) return 'not_ready';
  return 'internal';
}
