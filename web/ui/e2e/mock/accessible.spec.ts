import { expect, test } from '@playwright/test';
import { expectAccessible, LOOKS, picture, watchErrors } from '../support/page';

const PAGES = [
  'normal/clusters/demo/groups',
  'normal/clusters/demo/groups/slow-consumer',
  'normal/clusters/demo/groups/slow-consumer?why=test-lag-1',
  'large/clusters/demo/groups?row=400',
  'large/clusters/demo/groups/biggest',
  'degraded/clusters/demo/brokers',
  'degraded/clusters/demo/topics',
  'degraded/clusters/demo/topics/test-lag',
  'denied/clusters/demo/groups/slow-consumer',
  'recreated/clusters/demo/groups/slow-consumer',
  'several/clusters/tokyo/groups',
  'empty/clusters/demo/groups',
  'starting/clusters/demo/groups',
  'stale/clusters/demo/groups',
  'broken/',
  'silent/clusters/demo/topics',
  'normal/explore?panel=history',
  'normal/explore?A.expr=kafka_consumergroup_lag&A.stacked=1&B.expr=rate(up)&panel=metrics',
  'normal/explore?A.expr=kafka_consumergroup_lag&A.view=table&B.expr=warned_metric&B.view=table&C.expr=nothing',
  'normal/explore?A.expr=kafka_consumergroup_lag&A.view=explain&B.expr=timed_out&C.expr=up&C.off=1',
  'normal/explore/cardinality?metric=kafka_consumergroup_lag',
  'normal/no/such/page',
];

/** Both schemes and both languages; all four together are tried against the real server. */
const PAIRS = LOOKS.filter(({ locale, colorScheme }) => (locale === 'en-US') === (colorScheme === 'light'));

for (const { locale, colorScheme } of PAIRS) {
  test.describe(`${locale} ${colorScheme}`, () => {
    test.use({ locale, colorScheme });
    for (const address of PAGES) {
      test(`axe finds nothing: ${address}`, async ({ page }) => {
        const errors = watchErrors(page);
        await page.goto(address);
        await page.locator('h1').waitFor({ state: 'attached' });
        await page.waitForLoadState('domcontentloaded');
        await page.waitForTimeout(500);
        await expectAccessible(page);
        await picture(page, `mock-${address.replace(/[^a-z-]+/g, '_')}-${locale}-${colorScheme}`);
        expect(errors).toEqual([]);
      });
    }
  });
}

test.describe('narrow', () => {
  test.use({ viewport: { width: 390, height: 844 } });
  for (const address of PAGES) {
    test(`nothing is wider than the screen: ${address}`, async ({ page }) => {
      await page.goto(address);
      await page.locator('h1').waitFor({ state: 'attached' });
      await page.waitForTimeout(400);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(390);
      await expectAccessible(page);
      await picture(page, `mock-narrow-${address.replace(/[^a-z-]+/g, '_')}`);
    });
  }
});
