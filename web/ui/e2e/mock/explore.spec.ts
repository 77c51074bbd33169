import { expect, type Page, test } from '@playwright/test';
import { picture, watchErrors } from '../support/page';

const editor = (page: Page, name = 'A') =>
  page.getByRole('textbox', { name: `Expression of query ${name}, in PromQL` });
const graph = (page: Page) => page.getByRole('img', { name: /^Graph of query A/ });
const legend = (page: Page) => page.getByRole('table', { name: 'Series of this graph' });
const address = (params: Record<string, string>) => `normal/explore?${new URLSearchParams(params)}`;
const LAG = 'sum by (consumergroup) (kafka_consumergroup_lag)';

/** Opens Explore with the real editor in place, which is loaded after the page. */
async function open(page: Page, params: Record<string, string> = {}) {
  await page.goto(address(params));
  await expect(page.locator('.cm-content').first()).toBeVisible();
}

test('a metric is completed as one types, and Enter asks', async ({ page }) => {
  const errors = watchErrors(page);
  await open(page);
  await editor(page).click();
  await page.keyboard.type('kafka_br');
  await expect(page.getByRole('option', { name: /^kafka_brokers/ })).toBeVisible();
  await page.waitForTimeout(150);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/explore\??$/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/A\.expr=kafka_brokers/);
  await expect(graph(page)).toBeVisible();
  await picture(page, 'explore-graph');
  expect(errors).toEqual([]);
});

test('labels, values and functions are completed', async ({ page }) => {
  await open(page);
  await editor(page).click();
  await page.keyboard.type('sum by (topic) (rat');
  await expect(page.getByRole('option', { name: /^rate/ })).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('kafka_consumergroup_lag{cons');
  await expect(page.getByRole('option', { name: 'consumergroup' })).toBeVisible();
  await page.waitForTimeout(150);
  await page.keyboard.press('Enter');
  await page.keyboard.type('="');
  await expect(page.getByRole('option', { name: '주문-알림' })).toBeVisible();
});

test('a written-out name needs one Enter only', async ({ page }) => {
  await open(page);
  await editor(page).click();
  await page.keyboard.type('up');
  await expect(page.getByRole('option', { name: /^up/ })).toBeVisible();
  await page.waitForTimeout(150);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/A\.expr=up/);
});

test('Shift+Enter begins a line, and Hangul under composition is left alone', async ({ page }) => {
  await open(page);
  await editor(page).click();
  await page.keyboard.type('1 +');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/A\.expr=1\+%2B%0A1/);
  const input = await page.context().newCDPSession(page);
  await input.send('Input.imeSetComposition', { text: '주문', selectionStart: 2, selectionEnd: 2 });
  await page.waitForTimeout(300);
  await expect(page).toHaveURL(/A\.expr=1\+%2B%0A1/);
});

test('an error is underlined where the server finds it, before anything is asked', async ({ page }) => {
  await open(page);
  await editor(page).click();
  await page.keyboard.type('rate(up)');
  await page.keyboard.press('Escape');
  await expect(page.locator('.cm-lintRange-error')).toHaveText('up');
  await page.locator('.cm-lintRange-error').hover();
  await expect(
    page.getByText('expected type range vector in call to function "rate", got instant vector'),
  ).toBeVisible();
  await expect(page).toHaveURL(/explore\??$/);
});

test('a slash in the editor is a division, whatever search there is', async ({ page }) => {
  await open(page, { panel: 'metrics' });
  await editor(page).click();
  await page.keyboard.type('4 / 2');
  await expect(editor(page)).toHaveText('4 / 2');
});

test('dragging zooms in, and the address, back and the button lead out again', async ({ page }) => {
  await open(page, { 'A.expr': LAG });
  const box = await graph(page).boundingBox();
  if (box === null) throw new Error('no graph');
  await page.mouse.move(box.x + box.width * 0.4, box.y + 100);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + 110, { steps: 5 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=\d{13}&to=\d{13}/);
  const { searchParams } = new URL(page.url());
  const width = Number(searchParams.get('to')) - Number(searchParams.get('from'));
  expect(width).toBeGreaterThan(600_000);
  expect(width).toBeLessThan(900_000);
  await page.getByRole('button', { name: 'Zoom out' }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get('from')).not.toBe(searchParams.get('from'));
  await page.goBack();
  await expect.poll(() => new URL(page.url()).searchParams.get('from')).toBe(searchParams.get('from'));
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Time range: Last 1 hour' })).toBeVisible();
});

test('pointing at a moment tells all series or the nearest, the arrow keys too', async ({ page }) => {
  await open(page, { 'A.expr': LAG });
  await graph(page).hover({ position: { x: 500, y: 120 } });
  const tooltip = page.locator('[class*=tooltip]');
  await expect(tooltip.getByText('consumergroup="billing"')).toBeVisible();
  await expect(tooltip.getByText('consumergroup="주문-알림"')).toBeVisible();
  await picture(page, 'explore-tooltip');
  await page.getByRole('button', { name: 'Options' }).click();
  await page.getByRole('menuitem', { name: 'The nearest series' }).click();
  await expect(page).toHaveURL(/tooltip=single/);
  await graph(page).hover({ position: { x: 520, y: 120 } });
  await expect(tooltip.locator('svg')).toHaveCount(1);
  await graph(page).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('status').filter({ hasText: /consumergroup="[^"]+"\}: [\d,]+/ })).toHaveCount(1);
});

test('a click in the legend shows one series alone, Ctrl+click hides one; both are in the address', async ({
  page,
}) => {
  await open(page, { 'A.expr': LAG });
  const billing = legend(page).getByRole('button', { name: /billing/ });
  const other = legend(page).getByRole('button', { name: /slow-consumer/ });
  await billing.click();
  await expect(other).toHaveAttribute('aria-pressed', 'false');
  await expect(page).toHaveURL(/A\.only=/);
  await page.reload();
  await expect(other).toHaveAttribute('aria-pressed', 'false');
  await page.getByRole('button', { name: 'Show all series' }).click();
  await expect(page).not.toHaveURL(/A\.only=/);
  await billing.click({ modifiers: ['Control'] });
  await expect(billing).toHaveAttribute('aria-pressed', 'false');
  await expect(other).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(/A\.without=/);
});

test('stacked, in another zone, with another step: the address holds it all', async ({ page }) => {
  await open(page, { 'A.expr': LAG });
  await page.getByRole('switch', { name: 'Stacked' }).click();
  await page.getByRole('combobox', { name: 'Step between points' }).selectOption('60');
  await page.getByRole('button', { name: 'Options' }).click();
  await page.getByRole('menuitem', { name: 'UTC', exact: true }).click();
  await expect(page).toHaveURL(/step=1m&tz=utc&A\.expr=[^&]+&A\.stacked=1/);
  await expect(page.getByText(/step 1m/)).toBeVisible();
  await picture(page, 'explore-stacked');
});

test('a slow query is cancelled, and the server is told', async ({ page }) => {
  await open(page, { 'A.expr': 'slow_metric' });
  const failed = page.waitForEvent('requestfailed', (request) => request.url().includes('query_range'));
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect((await failed).failure()?.errorText).toContain('ERR_ABORTED');
  await expect(page.getByText(/^Cancelled/)).toBeVisible();
});

test('more series than a graph shows are counted', async ({ page }) => {
  test.slow();
  await open(page, { 'A.expr': 'many_series', step: '60' });
  await expect(page.getByText(/1,000 of 1,500 series are shown/)).toBeVisible({ timeout: 30_000 });
  expect(await legend(page).getByRole('row').count()).toBeLessThan(60);
  await picture(page, 'explore-many');
});

test('values are saved as CSV, with nothing that a spreadsheet would run', async ({ page }) => {
  await open(page, { 'A.expr': 'hostile_metric', 'A.view': 'table' });
  await page.getByRole('button', { name: 'Download' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'CSV' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/^klamm-explore-A-.*\.csv$/);
  const { readFile } = await import('node:fs/promises');
  const text = await readFile(await saved.path(), 'utf8');
  expect(text).toContain('<img src=x onerror=alert(1)>');
  expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
});

test('the metric browser writes into the editor', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Metrics', exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'Metrics' });
  await panel.getByRole('textbox', { name: 'Search metrics' }).fill('committed offset');
  await panel.getByRole('button', { name: 'Labels of kafka_consumergroup_lag' }).click();
  await panel.getByText('consumergroup', { exact: true }).click();
  await panel.getByRole('button', { name: 'billing' }).click();
  await expect(editor(page)).toHaveText('kafka_consumergroup_lag{consumergroup="billing"}');
  await expect(editor(page)).toBeFocused();
  await picture(page, 'explore-metrics');
});

test('the history keeps what was asked, and asks it again', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: /Which targets answer/ }).click();
  await expect(graph(page)).toBeVisible();
  await page.goto(address({ panel: 'history' }));
  const panel = page.getByRole('complementary', { name: 'History' });
  await panel.getByRole('button', { name: /^up/ }).click();
  await expect(page).toHaveURL(/A\.expr=up/);
});

test('a link copied has its times fixed when asked', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, { 'A.expr': LAG });
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Copy the link with these times fixed' }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  expect(link.pathname).toBe('/normal/explore');
  expect(link.searchParams.get('A.expr')).toBe(LAG);
  expect(Number(link.searchParams.get('to')) - Number(link.searchParams.get('from'))).toBe(3_600_000);
});

test('queries are added, duplicated, switched off and removed', async ({ page }) => {
  await open(page, { 'A.expr': 'up' });
  await page.getByRole('button', { name: 'Add a query' }).click();
  await editor(page, 'B').click();
  await page.keyboard.type('kafka_brokers');
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/B\.expr=kafka_brokers/);
  await page.getByRole('button', { name: 'More for query B' }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(page).toHaveURL(/C\.expr=kafka_brokers/);
  await page.getByRole('button', { name: 'Switch query C off' }).click();
  await expect(page).toHaveURL(/C\.off=1/);
  await page.getByRole('button', { name: 'More for query A' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(page).not.toHaveURL(/A\.expr/);
  await expect(page.getByRole('region', { name: 'Query B' })).toBeVisible();
});

test('the graph follows the clock when it is to be refreshed', async ({ page }) => {
  await open(page, { 'A.expr': 'up', refresh: '5s' });
  const asked = () => page.waitForRequest((request) => request.url().includes('query_range'), { timeout: 12_000 });
  const [first, second] = [await asked(), await asked()].map((request) =>
    new URL(request.url()).searchParams.get('end'),
  );
  expect(Number(second)).toBeGreaterThanOrEqual(Number(first));
});

test('an address of Prometheus leads to the same query', async ({ page }) => {
  await page.goto('normal/graph?g0.expr=up&g0.tab=0&g0.range_input=2h');
  await expect(page).toHaveURL(/explore\?from=now-2h&A\.expr=up$/);
  await expect(graph(page)).toBeVisible();
});

test('without its editor the page still asks', async ({ page }) => {
  await page.route('**/CodeEditor-*.js', (route) => route.abort());
  await page.goto(address({}));
  const field = editor(page);
  await field.fill('up');
  await field.press('Enter');
  await expect(page).toHaveURL(/A\.expr=up/);
  await expect(graph(page)).toBeVisible();
});

test('cardinality: a metric is opened, and a label leads to its query', async ({ page }) => {
  const errors = watchErrors(page);
  await page.goto('normal/explore/cardinality');
  await page
    .getByRole('table', { name: 'Metrics with the most series' })
    .getByRole('link', { name: 'kafka_consumergroup_lag' })
    .click();
  await expect(page).toHaveURL(/metric=kafka_consumergroup_lag/);
  const labels = page.getByRole('table', { name: 'Labels of kafka_consumergroup_lag' });
  await expect(labels.getByRole('link').first()).toHaveText('consumergroup');
  await picture(page, 'explore-cardinality');
  await labels.getByRole('link', { name: 'topic' }).click();
  await expect(page.getByRole('table', { name: 'Values of query A' })).toBeVisible();
  expect(errors).toEqual([]);
});
