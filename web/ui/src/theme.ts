import { Button, createTheme, localStorageColorSchemeManager } from '@mantine/core';

/** Only what is no colour: those stand in styles/tokens.css. */
export const theme = createTheme({
  cursorType: 'pointer',
  defaultRadius: 'sm',
  respectReducedMotion: true,
  // Named, so that style sheets can tell it from the others.
  components: { Button: Button.extend({ defaultProps: { variant: 'filled' } }) },
});

export const colorSchemes = localStorageColorSchemeManager({ key: 'klamm.theme' });
