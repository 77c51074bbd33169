import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './en.json';
import ko from './ko.json';
import { initialLanguage, type Language } from './language';

/** Starts the texts in the remembered language, else in the browser's. */
export async function startTexts(language: Language = initialLanguage()): Promise<void> {
  i18next.on('languageChanged', (now) => {
    document.documentElement.lang = now;
  });
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, ko: { translation: ko } },
    // React escapes already.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}
