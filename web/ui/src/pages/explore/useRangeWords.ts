import { useTranslation } from 'react-i18next';

const UNITS = [
  ['days', 86_400],
  ['hours', 3_600],
  ['minutes', 60],
  ['seconds', 1],
] as const;

/** Ranges that end now, in words: "Last 6 hours". */
export function useRangeWords(): { last: (seconds: number) => string } {
  const { t } = useTranslation();
  return {
    last: (seconds) => {
      const [unit, size] = UNITS.find(([, length]) => seconds % length === 0) ?? UNITS[3];
      return t(`last.${unit}`, { count: Math.round(seconds / size) });
    },
  };
}
