const KEY = 'klamm.author';

/** Who made the last silence in this browser; empty before the first. */
export function author(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

export function rememberAuthor(name: string): void {
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // Storage may be full or forbidden: the name is then typed again.
  }
}
