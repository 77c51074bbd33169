import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { localeOf } from '../i18n/language';
import { type Formats, formatsFor } from '../lib/format';

const made = new Map<string, Formats>();

/** The ways of writing of the language in use. Made once a locale: Intl's constructors are dear, and there are thousands of cells. */
export function useFormats(): Formats {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const locale = localeOf(i18n.language);
    const formats = made.get(locale) ?? formatsFor(locale);
    made.set(locale, formats);
    return formats;
  }, [i18n.language]);
}
