/** Debian's Chromium, without what it would fetch by itself. */
export const browser = {
  launchOptions: {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
  },
  viewport: { width: 1280, height: 800 },
  locale: 'en-US',
  screenshot: 'only-on-failure' as const,
};
