import { defineConfig } from '@playwright/test';
import { browser } from './e2e/support/browser';

const port = process.env.MOCK_PORT ?? '4187';

/** Against dev/mock-server.mjs, for states that a real cluster seldom shows. Needs "npm run build" before. */
export default defineConfig({
  testDir: 'e2e/mock',
  outputDir: 'test-results/mock',
  workers: 1,
  timeout: 30_000,
  reporter: [['list']],
  use: { ...browser, baseURL: `http://127.0.0.1:${port}/` },
  webServer: {
    command: `node dev/mock-server.mjs ${port}`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
