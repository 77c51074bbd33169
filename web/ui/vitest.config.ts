import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testSetup.ts'],
    restoreMocks: true,
    testTimeout: 40_000,
    // Numbers, times and plurals are checked in words: the zone must not be that of the machine.
    env: { TZ: 'Asia/Seoul' },
  },
});
