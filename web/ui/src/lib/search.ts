/** Whether one of the texts contains the search, whatever the case and however its Hangul is composed; an empty search finds all. */
export function matches(search: string, texts: readonly (string | undefined)[]): boolean {
  const wanted = normal(search);
  return wanted === '' || texts.some((text) => text !== undefined && normal(text).includes(wanted));
}

function normal(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
