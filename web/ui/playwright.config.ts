import { defineConfig } from '@playwright/test';
import { browser } from './e2e/support/browser';

/** Against a running `klamm demo` at KLAMM_URL. */
export default defineConfig({
  testDir: 'e2e/real',
  outputDir: 'test-results/real',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: { ...browser, baseURL: `${(process.env.KLAMM_URL ?? 'http://127.0.0.1:8080').replace(/\/$/, '')}/` },
});
