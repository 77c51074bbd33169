import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstLoadBudget } from './vite-plugin-budget';
import { gzipSiblings } from './vite-plugin-gzip';

const server = process.env.KLAMM_URL ?? 'http://127.0.0.1:8080';
/** Another server for PromQL alone, such as a Prometheus to compare with. */
const prometheus = process.env.PROMETHEUS_URL ?? server;

export default defineConfig({
  // Relative addresses: the page finds its assets by <base href>, which the server may set to any prefix.
  base: './',
  plugins: [react(), firstLoadBudget(), gzipSiblings()],
  build: { target: 'es2022', sourcemap: false, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/api/v1': prometheus, '/api': server, '/-': server, '/metrics': server },
  },
});
