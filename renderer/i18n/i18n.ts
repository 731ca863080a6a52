/** Sets up i18next: Vietnamese unless the person chose English on this PC. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en/index.ts';
import { vi } from './vi/index.ts';

export const languages = { vi: 'Tiếng Việt', en: 'English' } as const;
export type LanguageCode = keyof typeof languages;

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof vi };
  }
}

const storageKey = 'hoso.language';

function storedLanguage(): LanguageCode {
  return localStorage.getItem(storageKey) === 'en' ? 'en' : 'vi';
}

export function startI18n(): void {
  const language = storedLanguage();
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'vi',
    resources: { vi: { translation: vi }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  document.documentElement.lang = language;
}

export function chooseLanguage(language: LanguageCode): void {
  localStorage.setItem(storageKey, language);
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}
