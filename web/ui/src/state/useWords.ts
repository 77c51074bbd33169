import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Chooses, of a text that the server gives in both languages, the one that the page is in. */
export function useWords(): (text: { readonly en: string; readonly ko: string }) => string {
  const { i18n } = useTranslation();
  return useCallback((text) => (i18n.language === 'ko' ? text.ko : text.en), [i18n.language]);
}
