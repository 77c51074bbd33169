import { useTranslation } from 'react-i18next';
import { localeOf } from '../i18n/language';

/** The browser's variant of the language of the page, for numbers and dates. */
export function useLocale(): string {
  return localeOf(useTranslation().i18n.language);
}
