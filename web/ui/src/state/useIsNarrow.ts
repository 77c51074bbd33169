import { useMediaQuery } from '@mantine/hooks';

/** Whether the screen is that of a telephone: tables then show fewer columns. */
export function useIsNarrow(): boolean {
  return useMediaQuery('(max-width: 720px)', false, { getInitialValueInEffect: false });
}
