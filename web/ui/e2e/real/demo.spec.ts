import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, LOOKS, numberIn, picture, rowOf, watchErrors } from '../support/page';

const lagOf = (page: Page) => rowOf(page, 'slow-consumer').getByRole('cell').nth(2);

async function openPage(page: Page, name: 'Groups' | 'Brokers' | 'Topics') {
  await page.goto('./');
  await page.getByRole('navigation').getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('groups: slow-consumer is there and has lag', async ({ page }) => {
  const errors = watchErrors(page);
  await page.goto('./');
  await expect(page).toHaveURL(/\/clusters\/[^/]+\/groups$/);
  await expect(lagOf(page)).toHaveText(/[1-9]/);
  expect(numberIn(await lagOf(page).textContent())).toBeGreaterThan(0);
  await picture(page, 'groups');
  expect(errors).toEqual([]);
});

test('groups: search finds, and says when nothing is found', async ({ page }) => {
  await page.goto('./');
  const box = page.getByRole('textbox', { name: 'Search groups' });
  await box.fill('SLOW');
  await expect(rowOf(page, 'slow-consumer')).toBeVisible();
  await expect(page).toHaveURL(/q=SLOW/);
  await box.fill('no-such-group');
  await expect(page.getByRole('heading', { name: 'No group matches' })).toBeVisible();
});

test('groups: a click on a header sorts, another turns round', async ({ page }) => {
  await page.goto('./');
  await expect(rowOf(page, 'slow-consumer')).toBeVisible();
  const header = page.getByRole('columnheader', { name: 'Group' });
  await header.getByRole('button').click();
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  await header.getByRole('button').click();
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await expect(page).toHaveURL(/sort=group&order=desc/);
  await expect(rowOf(page, 'slow-consumer')).toBeVisible();
});

test('group: the lag of its three partitions is what lies between commit and end', async ({ page }) => {
  await page.goto('./');
  await rowOf(page, 'slow-consumer').getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: 'slow-consumer' })).toBeVisible();
  const table = page.getByRole('table', { name: 'Lag of each partition' });
  const rows = table.getByRole('row').filter({ hasText: 'test-lag' });
  await expect(rows).toHaveCount(3);
  for (const row of await rows.all()) {
    const [, , , lag, , , , , , committed, end] = (await row.getByRole('cell').allTextContents()).map(numberIn);
    expect(lag).toBe(Number(end) - Number(committed));
  }
  await picture(page, 'group');
});

test('group: the verdict is said in words, and why, with the window that it saw', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto('./');
  await rowOf(page, 'slow-consumer').getByRole('link').click();
  const banner = page.getByRole('region', { name: 'Verdict' });
  await expect(banner.getByText(/^(WARN|ERR)$/)).toBeVisible({ timeout: 90_000 });
  await banner.getByRole('button', { name: 'Why?' }).click();
  await expect(page).toHaveURL(/why=test-lag-\d/);
  await expect(page.getByRole('heading', { level: 2, name: /^Why: test-lag-\d/ })).toBeVisible();
  await expect(page.getByRole('img', { name: /commits and \d+ end offsets from/ })).toBeVisible();
  await expect(page.getByRole('region', { name: /Lag of each partition over time/ })).toBeVisible();
  await picture(page, 'group-why');
});

test('groups: a filter by verdict is in the address, and finds', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto('./');
  await expect(rowOf(page, 'slow-consumer').getByText(/^(WARN|ERR)$/)).toBeVisible({ timeout: 90_000 });
  await page.getByRole('combobox', { name: 'Verdict' }).selectOption('alarming');
  await expect(page).toHaveURL(/verdict=alarming/);
  await expect(rowOf(page, 'slow-consumer')).toBeVisible();
});

test('brokers: three, one of them the controller or none, with disks and a quorum', async ({ page }) => {
  await openPage(page, 'Brokers');
  const table = page.getByRole('table', { name: 'Brokers', exact: true });
  for (const id of ['1', '2', '3']) {
    await expect(table.getByRole('cell', { name: id, exact: true }).first()).toBeVisible();
  }
  await expect(page.getByRole('table', { name: 'Members of the metadata quorum' })).toBeVisible();
  await picture(page, 'brokers');
});

test('topics: test-lag is there, leads to its partitions and to the group that reads it', async ({ page }) => {
  await openPage(page, 'Topics');
  await rowOf(page, 'test-lag').getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: 'test-lag' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Partitions of this topic' }).getByRole('row')).toHaveCount(4);
  await picture(page, 'topic');
  await page.getByRole('link', { name: 'slow-consumer' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'slow-consumer' })).toBeVisible();
});

test('topics: internal ones are shown when asked for', async ({ page }) => {
  await openPage(page, 'Topics');
  await expect(rowOf(page, 'test-lag')).toBeVisible();
  await expect(rowOf(page, '__consumer_offsets')).toHaveCount(0);
  await page.getByRole('switch', { name: 'Internal topics' }).click();
  await expect(rowOf(page, '__consumer_offsets')).toBeVisible();
  await picture(page, 'topics');
});

test('language: Korean is chosen, and remembered', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('menuitem', { name: '한국어' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '컨슈머 그룹' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: '컨슈머 그룹' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await picture(page, 'groups-ko');
});

test('scheme: dark is chosen, and remembered', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Colour scheme' }).click();
  await page.getByRole('menuitem', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await picture(page, 'groups-dark');
});

test('keyboard: from the skip link to a group and back, without a mouse', async ({ page }) => {
  await page.goto('./');
  await expect(rowOf(page, 'slow-consumer')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await page.keyboard.press('/');
  await page.keyboard.type('slow-con');
  await expect(page).toHaveURL(/q=slow-con/);
  const link = rowOf(page, 'slow-consumer').getByRole('link');
  for (let i = 0; i < 20 && !(await link.evaluate((element) => element === document.activeElement)); i++) {
    await page.keyboard.press('Tab');
  }
  await expect(link).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'slow-consumer' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('textbox', { name: 'Search groups' })).toHaveValue('slow-con');
});

test('live: the data is read anew without a reload', async ({ page }) => {
  await page.goto('./');
  const age = page.getByTestId('data-age');
  await expect(age).toContainText('Live');
  const cycle = async () => numberIn(await page.getByText(/^Cycle \d/).textContent());
  await age.click();
  const before = await cycle();
  await expect.poll(cycle, { timeout: 40_000 }).toBeGreaterThan(before);
});

for (const { locale, colorScheme } of LOOKS) {
  test.describe(`${locale} ${colorScheme}`, () => {
    test.use({ locale, colorScheme });
    for (const path of ['groups', 'groups/slow-consumer', 'brokers', 'topics', 'topics/test-lag', 'no/such/page']) {
      test(`axe finds nothing: ${path}`, async ({ page }) => {
        const errors = watchErrors(page);
        await page.goto('./');
        await page.waitForURL(/\/groups$/);
        await page.goto(page.url().replace(/groups$/, path));
        await page.locator('h1').waitFor({ state: 'attached' });
        await page.waitForTimeout(700);
        await expectAccessible(page);
        await picture(page, `${path.replaceAll('/', '-')}-${locale}-${colorScheme}`);
        expect(errors).toEqual([]);
      });
    }
  });
}
