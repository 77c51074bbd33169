/** Upstream's kinds of errors, and ours: no answer at all, one that is not JSON, a server without this part of the API, and one without a store. */
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
  | 'missing'
  | 'no_store';

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
  const { data, warnings, infos } = await askWhole(url, params, signal);
  return { data: data as T, warnings: texts(warnings), infos: texts(infos) };
}

/** The same with everything that stands beside the data. */
export async function askWhole(url: string, params: PromParams, signal: AbortSignal): Promise<Envelope> {
  const form = formOf(params);
  const response = await send(url, form, signal);
  const text = await textOf(response, signal);
  return read(response.status, text);
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

/** An answer as it stands. */
export interface Envelope {
  readonly status?: unknown;
  readonly data?: unknown;
  readonly errorType?: unknown;
  readonly error?: unknown;
  readonly warnings?: unknown;
  readonly infos?: unknown;
  /** What a query cost, where it is explained. */
  readonly totals?: unknown;
}

function read(status: number, text: string): Envelope {
  const body = parse(text);
  if (body === undefined || (body.status !== 'success' && body.status !== 'error')) throw foreign(status, body);
  if (body.status === 'error') {
    // Upstream says "unavailable" of a store that is not ready yet, but never with 404: that is Klamm without a store.
    const type =
      status === 404 && body.errorType === 'unavailable' ? 'no_store' : (String(body.errorType) as PromErrorType);
    throw new PromError(type, String(body.error ?? `HTTP ${status}`));
  }
  return body;
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
