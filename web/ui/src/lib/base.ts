/** Path below which the page is mounted, without a slash at its end; empty at the root. The server sets it by `<base href>`. */
export function basePath(baseUri: string = document.baseURI): string {
  return new URL(baseUri).pathname.replace(/\/[^/]*$/, '');
}

/** Absolute address of the API. */
export function apiUrl(baseUri: string = document.baseURI): string {
  return new URL(`${basePath(baseUri)}/api/klamm/v1`, baseUri).href;
}

/** Absolute address of the Prometheus API, below which `query` and the others lie. */
export function prometheusUrl(baseUri: string = document.baseURI): string {
  return new URL(`${basePath(baseUri)}/api/v1`, baseUri).href;
}

/** Absolute address of Alertmanager's API. */
export function alertmanagerUrl(baseUri: string = document.baseURI): string {
  return new URL(`${basePath(baseUri)}/api/v2`, baseUri).href;
}
