/** Upstream's kinds of errors, and ours: no answer at all, one that is not JSON, and a server without this part of the API. */
export type PromErrorType =
  | 'bad_data'
  | 'execution'
  | 'canceled'
  | 'timeout'
  | 'internal'
  | 'unavailable'
  | 'not_found'
  | 'not_acceptable'
  | 'unauthorized'
  | 'forbidden'
  | 'unreachable'
  | 'unreadable'
  | 'missing';

export class PromError extends Error {
  override readonly name = 'PromError';

  constructor(
    readonly type: PromErrorType,
    message: string,
  ) {
    super(message);
  }
}

/** An answer of the Prometheus API with what its server wants to be known. */
export interface Reply<T> {
  readonly data: T;
  readonly warnings: readonly string[];
  readonly infos: readonly string[];
}

export type PromParams = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** The longest address that every server and proxy takes; a longer question is sent as a form. */
const LONGEST_ADDRESS = 2_000;

/**
 * Asks the Prometheus API, by GET or, when the question is long, by POST. Throws {@link PromError}; has no time limit but the server's, as `signal`
 * ends it.
 */
export async function ask<T>(url: string, params: PromParams, signal: AbortSignal): Promise<Reply<T>> {
  const form = formOf(params);
  const response = await send(url, form, signal);
  const text = await textOf(response, signal);
  return read<T>(response.status, text);
}

function formOf(params: PromParams): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) form.append(name, String(one));
  }
  return form;
}

async function send(url: string, form: URLSearchParams, signal: AbortSignal): Promise<Response> {
  const query = form.toString();
  const address = query === '' ? url : `${url}?${query}`;
  try {
    return await (address.length > LONGEST_ADDRESS
      ? fetch(url, { method: 'POST', body: form, signal })
      : fetch(address, { signal }));
  } catch (error) {
    throw lost(error, signal);
  }
}

async function textOf(response: Response, signal: AbortSignal): Promise<string> {
  try {
    return await response.text();
  } catch (error) {
    throw lost(error, signal);
  }
}

/** What ended by our own wish stays what it is; all else is a server that cannot be reached. */
function lost(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return error;
  return new PromError('unreachable', error instanceof Error ? error.message : String(error));
}

interface Envelope {
  readonly status?: unknown;
  readonly data?: unknown;
  readonly errorType?: unknown;
  readonly error?: unknown;
  readonly warnings?: unknown;
  readonly infos?: unknown;
}

function read<T>(status: number, text: string): Reply<T> {
  const body = parse(text);
  if (body === undefined || (body.status !== 'success' && body.status !== 'error')) throw foreign(status, body);
  if (body.status === 'error') {
    throw new PromError(String(body.errorType) as PromErrorType, String(body.error ?? `HTTP ${status}`));
  }
  return { data: body.data as T, warnings: texts(body.warnings), infos: texts(body.infos) };
}

function parse(text: string): (Envelope & { message?: unknown }) | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : undefined;
  } catch {
    return undefined;
  }
}

/** An answer that is none of the Prometheus API: a proxy's, or Klamm's own refusal (`{code, message}`). */
function foreign(status: number, body: { message?: unknown } | undefined): PromError {
  const message = typeof body?.message === 'string' ? body.message : `HTTP ${status}`;
  if (status === 401) return new PromError('unauthorized', message);
  if (status === 403) return new PromError('forbidden', message);
  if (status === 404 || status === 405) return new PromError('missing', message);
  return new PromError(status === 200 ? 'unreadable' : 'internal', message);
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
