import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { expectAccessible, LOOKS, numberIn, picture, watchErrors } from '../support/page';

const LAG = 'sum by (consumergroup) (kafka_consumergroup_lag)';
const address = (params: Record<string, string>) => `explore?${new URLSearchParams(params)}`;
const editor = (page: Page) => page.getByRole('textbox', { name: 'Expression of query A, in PromQL' });

/** The first samples come some seconds after the start: asks again until there are some. */
async function askUntil(page: Page, shown: ReturnType<Page['locator']>) {
  await expect(async () => {
    if (!(await shown.isVisible())) await page.getByRole('button', { name: 'Run all queries again' }).click();
    await expect(shown).toBeVisible({ timeout: 4_000 });
  }).toPass({ timeout: 60_000 });
}

const hasStore = async (request: APIRequestContext) => (await request.get('api/v1/status/buildinfo')).status() !== 404;

test('explore: a server without a store says so', async ({ page, request }) => {
  test.skip(await hasStore(request), 'this server has a store');
  await page.goto('explore');
  await expect(page.getByRole('heading', { name: 'This server keeps no series' })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'explore-no-store');
});

test.describe('with a store', () => {
  test.beforeEach(async ({ request }) => test.skip(!(await hasStore(request)), 'this server has no store'));

  test('explore: the lag of slow-consumer is a number in the table', async ({ page }) => {
    test.setTimeout(120_000);
    const errors = watchErrors(page);
    await page.goto(address({ 'A.expr': LAG, 'A.view': 'table' }));
    const table = page.getByRole('table', { name: 'Values of query A' });
    await askUntil(page, table.getByText(/slow-consumer/).first());
    const row = table.getByRole('row').filter({ hasText: 'slow-consumer' });
    expect(numberIn(await row.getByRole('cell').last().textContent())).toBeGreaterThan(0);
    await picture(page, 'explore-table');
    expect(errors).toEqual([]);
  });

  test('explore: the lag is a line in the graph, named in its legend', async ({ page }) => {
    test.setTimeout(120_000);
    const errors = watchErrors(page);
    await page.goto(address({ 'A.expr': LAG, from: 'now-15m', to: 'now' }));
    const legend = page.getByRole('table', { name: 'Series of this graph' });
    await askUntil(page, legend.getByRole('button', { name: /slow-consumer/ }));
    await expect(page.getByRole('img', { name: /^Graph of query A/ })).toBeVisible();
    await picture(page, 'explore-graph');
    expect(errors).toEqual([]);
  });

  test('explore: metrics and labels are completed from what the store holds', async ({ page }) => {
    test.setTimeout(120_000);
    await page.goto(address({ 'A.expr': 'kafka_consumergroup_lag', 'A.view': 'table' }));
    await askUntil(page, page.getByRole('table', { name: 'Values of query A' }));
    await page.goto('explore');
    await expect(page.locator('.cm-content')).toBeVisible();
    await editor(page).click();
    await page.keyboard.type('kafka_consumergroup_la');
    await expect(page.getByRole('option', { name: /^kafka_consumergroup_lag/ }).first()).toBeVisible();
    await page.keyboard.type('g{consumergroup="');
    await expect(page.getByRole('option', { name: 'slow-consumer' })).toBeVisible();
  });

  test('explore: an error is underlined where it lies, and told in the words of the server', async ({ page }) => {
    await page.goto('explore');
    await expect(page.locator('.cm-content')).toBeVisible();
    await editor(page).click();
    await page.keyboard.type('rate(up)');
    await page.keyboard.press('Escape');
    await expect(page.locator('.cm-lintRange-error')).toHaveText('up');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/expected type range vector in call to function "rate"/).first()).toBeVisible();
  });

  test('explore: a query is explained', async ({ page }) => {
    test.setTimeout(120_000);
    await page.goto(address({ 'A.expr': LAG, 'A.view': 'table' }));
    await askUntil(page, page.getByRole('table', { name: 'Values of query A' }));
    await page.getByRole('tab', { name: 'Explain' }).click();
    const plan = page.getByRole('treegrid', { name: 'Plan of the query' });
    await expect(plan.getByText(/kafka_consumergroup_lag/).first()).toBeVisible();
    await picture(page, 'explore-plan');
  });

  test('cardinality: the metrics with the most series are listed', async ({ page }) => {
    test.setTimeout(120_000);
    await page.goto(address({ 'A.expr': LAG, 'A.view': 'table' }));
    await askUntil(page, page.getByRole('table', { name: 'Values of query A' }));
    await page.getByRole('navigation', { name: 'Pages of Explore' }).getByRole('link', { name: 'Cardinality' }).click();
    const metrics = page.getByRole('table', { name: 'Metrics with the most series' });
    await expect(metrics.getByRole('link').first()).toBeVisible();
    await picture(page, 'explore-cardinality');
  });

  for (const { locale, colorScheme } of LOOKS) {
    test.describe(`${locale} ${colorScheme}`, () => {
      test.use({ locale, colorScheme });
      for (const path of ['explore', `${address({ 'A.expr': LAG, panel: 'metrics' })}`, 'explore/cardinality']) {
        test(`axe finds nothing: ${path.slice(0, 20)}`, async ({ page }) => {
          const errors = watchErrors(page);
          await page.goto(path);
          await page.locator('h1').waitFor({ state: 'attached' });
          await page.waitForTimeout(1_200);
          await expectAccessible(page);
          await picture(page, `${path.replace(/\W+/g, '-').slice(0, 24)}-${locale}-${colorScheme}`);
          expect(errors).toEqual([]);
        });
      }
    });
  }
});
