import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['module', 'browser', 'development|production'] },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testSetup.ts'],
    restoreMocks: true,
    testTimeout: 40_000,
    // Put together as for a browser: Node would take the CommonJS of one of the editor's packages, and with it a second copy of the others.
    deps: {
      optimizer: {
        client: {
          enabled: true,
          include: [
            '@prometheus-io/codemirror-promql',
            '@prometheus-io/lezer-promql',
            '@codemirror/autocomplete',
            '@codemirror/commands',
            '@codemirror/lang-yaml',
            '@codemirror/language',
            '@codemirror/lint',
            '@codemirror/state',
            '@codemirror/view',
            '@lezer/highlight',
          ],
        },
      },
    },
    // Numbers, times and plurals are checked in words: the zone must not be that of the machine.
    env: { TZ: 'Asia/Seoul' },
  },
});
