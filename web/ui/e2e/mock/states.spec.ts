import { expect, test } from '@playwright/test';
import { picture, rowOf, watchErrors } from '../support/page';

test('large: 15,000 groups scroll to the end and back, few rows in the page', async ({ page }) => {
  const errors = watchErrors(page);
  await page.goto('large/');
  await expect(page.getByText('15,000 groups')).toBeVisible();
  const list = page.getByRole('region', { name: 'Groups and their lag' });
  await list.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect(page.locator('[aria-rowindex="15001"]').getByRole('link')).toBeVisible();
  expect(await page.getByRole('row').count()).toBeLessThan(80);
  await expect(page).toHaveURL(/row=149\d\d/);
  await picture(page, 'mock-large-end');
  expect(errors).toEqual([]);
});

test('large: an address with a place in the list leads there', async ({ page }) => {
  await page.goto('large/clusters/demo/groups?sort=group&row=7000');
  await expect(page.locator('[aria-rowindex="7005"]').getByRole('link')).toBeInViewport();
});

test('large: search in Korean finds, and is in the address', async ({ page }) => {
  await page.goto('large/');
  await page.getByRole('textbox', { name: 'Search groups' }).fill('00042.컨슈머');
  await expect(page.getByText('1 group', { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/q=00042/);
  await page.reload();
  await expect(page.getByText('1 group', { exact: true })).toBeVisible();
});

test('large: Hangul under composition is not searched for', async ({ page }) => {
  await page.goto('large/');
  await expect(page.getByText('15,000 groups')).toBeVisible();
  const box = page.getByRole('textbox', { name: 'Search groups' });
  await box.focus();
  const input = await page.context().newCDPSession(page);
  await input.send('Input.imeSetComposition', { text: '컨슈ㅁ', selectionStart: 3, selectionEnd: 3 });
  await page.waitForTimeout(500);
  await expect(page).not.toHaveURL(/q=/);
  await input.send('Input.insertText', { text: '컨슈머' });
  await expect(page).toHaveURL(/q=/);
  await expect(page.getByText('14,999 groups')).toBeVisible();
});

test('large: integers beyond 2^53 show every digit', async ({ page }) => {
  await page.goto('large/clusters/demo/groups/biggest');
  await expect(page.getByTitle('9,223,372,036,854,775,807')).toBeVisible();
  await expect(page.getByTitle('9,214,364,837,600,034,814')).toBeVisible();
  await expect(page.getByTitle('9,007,199,254,740,993').first()).toBeVisible();
  await picture(page, 'mock-big-integers');
});

test('large: a group of 1,000 partitions is sorted and searched in the page', async ({ page }) => {
  await page.goto('large/clusters/demo/groups?q=00007');
  await page.getByRole('link', { name: /service-00007/ }).click();
  await page.getByRole('columnheader', { name: 'Lag', exact: true }).getByRole('button').click();
  await expect(page).toHaveURL(/sort=lag&order=desc/);
  await page.getByRole('textbox').fill('domain-3');
  await expect(page.getByText('143 of 1,000')).toBeVisible();
});

test('large: the strip of 1,000 partitions is drawn at once, and its cells are walked with the keys', async ({
  page,
}) => {
  await page.goto('large/clusters/demo/groups?q=00007');
  await page.getByRole('link', { name: /service-00007/ }).click();
  const strip = page.getByRole('region', { name: /Lag of each partition over time/ });
  await expect(strip.getByRole('img').first()).toBeVisible();
  expect(await strip.getByRole('img').count()).toBeLessThan(60);
  await strip.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('status').filter({ hasText: /domain-1\.event-1 at .*: lag/ })).toBeVisible();
  await picture(page, 'mock-strip-large');
});

test('normal: the reasons open, are in the address, and close', async ({ page }) => {
  const errors = watchErrors(page);
  await page.goto('normal/clusters/demo/groups/slow-consumer');
  await page.getByRole('region', { name: 'Verdict' }).getByRole('button', { name: 'Why?' }).click();
  await expect(page).toHaveURL(/why=test-lag-1/);
  await expect(page.getByRole('heading', { name: /Why: test-lag-1/ })).toBeVisible();
  await page.getByRole('button', { name: 'Why? (test-lag-0)' }).click();
  await expect(page.getByRole('heading', { name: /Why: test-lag-0/ })).toBeVisible();
  await page.getByText('Show as a table').first().click();
  await expect(page.getByRole('table').first().getByRole('row')).toHaveCount(71);
  await page.getByRole('button', { name: 'Close the reasons' }).click();
  await expect(page).not.toHaveURL(/why=/);
  expect(errors).toEqual([]);
});

test('normal: the overview leads to the groups of a verdict', async ({ page }) => {
  await page.goto('normal/');
  await page.getByRole('link', { name: 'WARN 1' }).click();
  await expect(page).toHaveURL(/verdict=warn/);
  await expect(page.getByText('1 group', { exact: true })).toBeVisible();
  await expect(rowOf(page, 'billing')).toBeVisible();
});

test('empty: every list says when something will appear', async ({ page }) => {
  await page.goto('empty/');
  await expect(page.getByRole('heading', { name: 'No groups yet' })).toBeVisible();
  await picture(page, 'mock-empty');
  await page.getByRole('link', { name: 'Topics' }).click();
  await expect(page.getByRole('heading', { name: 'No topics yet' })).toBeVisible();
});

test('normal: a search without a match can be cleared', async ({ page }) => {
  await page.goto('normal/clusters/demo/groups?q=nothing-like-it');
  await expect(page.getByRole('heading', { name: 'No group matches' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear the search' }).last().click();
  await expect(rowOf(page, 'slow-consumer')).toBeVisible();
});

test('broken: an error says what to do and can be tried again', async ({ page }) => {
  await page.goto('broken/');
  await expect(page.getByRole('heading', { name: 'The server made an error' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await picture(page, 'mock-broken');
});

test('starting: says that the first reading is under way', async ({ page }) => {
  await page.goto('starting/');
  await expect(page.getByRole('heading', { name: 'The first reading is under way' })).toBeVisible();
  await expect(page.getByTestId('data-age')).toContainText('Not read yet');
});

test('unreachable: says why the first reading does not succeed', async ({ page }) => {
  await page.goto('unreachable/');
  await expect(page.getByText(/no broker of 127\.0\.0\.1:9092 answers/)).toBeVisible();
});

test('stale: the age is amber, and grows', async ({ page }) => {
  await page.goto('stale/');
  await expect(page.getByTestId('data-age')).toHaveAttribute('data-level', 'stale');
  await expect(page.getByTestId('data-age')).toContainText('Old: read 6 min ago');
});

test('failing: the age is red with the last error, the old data stays', async ({ page }) => {
  await page.goto('failing/');
  await expect(page.getByTestId('data-age')).toHaveAttribute('data-level', 'failed');
  await expect(page.getByText(/Timed out waiting for a node assignment/)).toBeVisible();
  await expect(rowOf(page, 'slow-consumer')).toBeVisible();
});

test('denied: missing rights are named, what is not known is a dash', async ({ page }) => {
  await page.goto('denied/clusters/demo/groups/slow-consumer');
  await expect(page.getByText('Missing right: Describe on Group').first()).toBeVisible();
  await expect(page.getByText('offsets not readable')).toHaveCount(3);
  await page.getByRole('button', { name: 'Show details' }).click();
  await expect(page.getByText(/Cluster authorization failed/).first()).toBeVisible();
  await picture(page, 'mock-denied');
  await page.getByRole('link', { name: 'Brokers' }).click();
  await expect(page.getByRole('heading', { name: 'Quorum not known' })).toBeVisible();
});

test('recreated: commits beyond the end and missing ones are said in words', async ({ page }) => {
  await page.goto('recreated/clusters/demo/groups/slow-consumer');
  await expect(page.getByText('commit beyond end')).toBeVisible();
  await expect(page.getByText('no commits yet')).toBeVisible();
  await expect(page.getByText('end not known')).toBeVisible();
});

test('several: the cluster is switched by keyboard, whatever its name', async ({ page }) => {
  await page.goto('several/');
  await page.getByRole('button', { name: 'Cluster: demo' }).press('Enter');
  await page.getByRole('menuitem', { name: 'seoul/prod' }).click();
  await expect(page).toHaveURL(/several\/clusters\/seoul%2Fprod\/groups$/);
  await expect(page.getByRole('button', { name: 'Cluster: seoul/prod' })).toBeVisible();
  await expect(page.getByText('9', { exact: true }).first()).toBeVisible();
});

test('none: says how to name a cluster', async ({ page }) => {
  await page.goto('none/');
  await expect(page.getByRole('heading', { name: 'No cluster is configured' })).toBeVisible();
});

test('slow: the columns stand while the values are on the way', async ({ page }) => {
  await page.goto('slow/clusters/demo/topics');
  await expect(page.getByRole('columnheader', { name: 'Messages' })).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText('Loading').first()).toBeAttached();
  await expect(rowOf(page, 'test-lag')).toBeVisible({ timeout: 15_000 });
});

test('silent: without live updates the page says so and asks by the clock', async ({ page }) => {
  test.slow();
  await page.goto('silent/');
  await expect(page.getByTestId('data-age')).toContainText('Reconnecting');
  const lag = rowOf(page, 'slow-consumer').getByRole('cell').nth(2);
  const before = await lag.textContent();
  await expect(lag).not.toHaveText(before ?? '', { timeout: 25_000 });
});

test('normal: the lag changes without a reload', async ({ page }) => {
  await page.goto('normal/');
  await expect(page.getByTestId('data-age')).toContainText('Live');
  const lag = rowOf(page, 'slow-consumer').getByRole('cell').nth(2);
  const before = await lag.textContent();
  await expect(lag).not.toHaveText(before ?? '', { timeout: 10_000 });
});

test('normal: the server going away is told, the data stays', async ({ page }) => {
  await page.goto('normal/');
  await expect(rowOf(page, 'slow-consumer')).toBeVisible();
  await page.route('**/api/**', (route) => route.abort());
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(page.getByText('The server does not answer. What you see is its last answer.')).toBeVisible({
    timeout: 25_000,
  });
  await expect(rowOf(page, 'slow-consumer')).toBeVisible();
});

test('unknown addresses are answered with a page that leads home', async ({ page }) => {
  await page.goto('normal/no/such/page');
  await expect(page.getByRole('heading', { level: 1, name: 'There is no such page' })).toBeVisible();
  await page.getByRole('link', { name: 'To the start page' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Groups' })).toBeVisible();
});
