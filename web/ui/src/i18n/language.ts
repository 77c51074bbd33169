export const LANGUAGES = ['en', 'ko'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = 'klamm.language';

/** The language chosen before, else the first of the browser's that we have, else English. */
export function initialLanguage(
  storage: Pick<Storage, 'getItem'> = localStorage,
  preferred: readonly string[] = navigator.languages,
): Language {
  return known(remembered(storage)) ?? preferred.map((tag) => known(tag.slice(0, 2))).find(isKnown) ?? 'en';
}

export function rememberLanguage(language: Language, storage: Pick<Storage, 'setItem'> = localStorage): void {
  try {
    storage.setItem(KEY, language);
  } catch {
    // Storage may be full or forbidden: the choice then lasts as long as the page.
  }
}

/** The browser's own variant of a language (en-GB for en) if it has one, for numbers and dates. */
export function localeOf(language: string, preferred: readonly string[] = navigator.languages): string {
  return preferred.find((tag) => tag.slice(0, 2) === language) ?? language;
}

function remembered(storage: Pick<Storage, 'getItem'>): string | null {
  try {
    return storage.getItem(KEY);
  } catch {
    return null;
  }
}

function known(tag: string | null): Language | undefined {
  return LANGUAGES.find((language) => language === tag?.toLowerCase());
}

function isKnown(language: Language | undefined): language is Language {
  return language !== undefined;
}
