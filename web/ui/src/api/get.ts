import createClient from 'openapi-fetch';
import { apiUrl } from '../lib/base';
import { parseExact } from '../lib/json';
import { ApiError, errorFrom } from './apiError';
import type { paths } from './schema';

/** The paths that answer with JSON. */
export type Path = {
  [P in keyof paths]: Operation<P> extends { responses: { 200: { content: { 'application/json': unknown } } } }
    ? P
    : never;
}[keyof paths];

type Operation<P extends keyof paths> = paths[P]['get'];
export type Answer<P extends Path> =
  Operation<P> extends { responses: { 200: { content: { 'application/json': infer Body } } } } ? Body : never;
export type Params<P extends Path> = Pick<Operation<P>['parameters'], 'path' | 'query'>;

/** The server answers from memory; what takes this long (ms) is a dead connection. */
const TIMEOUT = 20_000;

type UntypedGet = (
  path: string,
  init: { params: object; parseAs: 'text'; signal: AbortSignal },
) => Promise<{ data?: string; error?: unknown; response: Response }>;

/** The one function that asks the server. Throws {@link ApiError}; 64-bit integers arrive exact. */
export async function get<P extends Path>(path: P, params: Params<P>, signal: AbortSignal): Promise<Answer<P>> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]);
  const { data, error, response } = await send(path, params, limited, signal);
  if (!response.ok) throw errorFrom(response.status, error);
  return parse(data ?? '') as Answer<P>;
}

async function send(path: Path, params: object, limited: AbortSignal, wanted: AbortSignal) {
  // The types are checked at get(); the client itself cannot follow a path that is still a parameter.
  const ask = createClient<paths>({ baseUrl: apiUrl() }).GET as unknown as UntypedGet;
  try {
    return await ask(path, { params, parseAs: 'text', signal: limited });
  } catch (error) {
    if (wanted.aborted) throw error;
    throw new ApiError('unreachable', error instanceof Error ? error.message : String(error));
  }
}

function parse(text: string): unknown {
  try {
    return parseExact(text);
  } catch (error) {
    throw new ApiError('unreadable', error instanceof Error ? error.message : String(error));
  }
}
