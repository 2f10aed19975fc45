import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { JOURNEY } from './journey-settings.ts'
import { hub, itIsNow, lookNow, setUpLink, signIn, test } from './support.ts'

const { administrator } = JOURNEY
const MODEL = 'Qwen/Qwen3-8B'

/** A licence written for this test, for machines that hold no real one. */
const OTHER_LICENCE = `Example Research Licence
1. You may use the Materials for research. You may not use the Materials for a commercial purpose.
2. You must give every recipient a copy of this licence.`

async function anotherLicence(): Promise<string> {
  return readFile('../shared/data/licences/qwen-research-license-2024-09-19.txt', 'utf8').catch(() => OTHER_LICENCE)
}

test.describe.configure({ mode: 'serial' })

test('from the set-up link to the first weekly report', async ({ page }) => {
  await test.step('the one-time link makes the first administrator, and works once', async () => {
    const link = setUpLink()
    await page.goto(link)
    await page.getByLabel('Your name').fill(administrator.name)
    await page.getByLabel('Mail address').fill(administrator.email)
    await page.getByLabel('Password').fill(administrator.password)
    await page.getByRole('button', { name: 'Make me administrator' }).click()
    await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Look at the hub now' })).toBeVisible()
    await expect(page.getByRole('main').getByRole('link', { name: 'Register a deployment' }).first()).toBeVisible()

    await page.context().clearCookies()
    await page.goto(link)
    await expect(page).toHaveURL(/\/sign-in/)
  })

  await test.step('a wrong password is refused, the right one signs in', async () => {
    await page.getByLabel('Mail address').fill(administrator.email)
    await page.getByLabel('Password').fill('not the password')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByText('do not belong together')).toBeVisible()
    await signIn(page, administrator)
  })

  await test.step('the hub is looked at, and the first look is the baseline', async () => {
    await page.getByRole('button', { name: 'Look at the hub now' }).click()
    await expect
      .poll(async () => (await (await page.request.get('/api/v1/sources')).json()).items[0]?.baselineLookId ?? null, {
        timeout: 60_000,
      })
      .not.toBeNull()
    const changes = await (await page.request.get('/api/v1/changes')).json()
    expect(changes.total).toBe(0)
  })

  await test.step('a team is made', async () => {
    const made = await page.request.post('/api/v1/teams', {
      data: { slug: 'search', name: 'Search' },
      headers: { origin: JOURNEY.url },
    })
    expect(made.status()).toBe(201)
  })

  await test.step('a deployment is registered, and is told what is wrong with it and why', async () => {
    await register(page, { name: 'Reply drafts', model: 'Qwen/Qwen2.5-3B-Instruct' })
    await expect(page.getByText('Not allowed').first()).toBeVisible()
    await expect(page.getByText('Non-commercial licence in commercial use').first()).toBeVisible()

    await register(page, { name: 'Answers in search', model: MODEL })
    await expect(page.getByRole('heading', { name: 'Answers in search' })).toBeVisible()
  })

  await test.step('the publisher puts another licence text in place, and a look finds it', async () => {
    await hub('commit', { name: MODEL, files: { LICENSE: await anotherLicence() }, title: 'Update LICENSE' })
    itIsNow('2026-11-18T12:00:00.000Z')
    await lookNow(page)
    await page.goto('/changes')
    await expect(page.getByRole('main').getByText(MODEL).first()).toBeVisible()
    const { items } = await (await page.request.get('/api/v1/changes?kind=licence_text_changed')).json()
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ kind: 'licence_text_changed', grade: 'observed', status: 'confirmed' })
  })

  await test.step('the team that runs it is told, and what was granted stays granted', async () => {
    await expect
      .poll(
        async () =>
          (await (await page.request.get('/api/v1/findings?rule=licence-text-changed-upstream')).json()).total,
        { timeout: 30_000 },
      )
      .toBe(1)
    await page.goto('/findings')
    await expect(page.getByRole('table').getByText('Another licence text stands upstream now')).toBeVisible()
  })

  await test.step('the running week is a draft; once over it is published, with the change in it', async () => {
    await page.goto('/reports/2026-W47')
    await expect(page.getByText(/draft/i).first()).toBeVisible()
    itIsNow('2026-11-23T08:00:00.000Z')
    await signIn(page, administrator)
    await page.goto('/reports/2026-W47')
    await page.getByRole('button', { name: 'Publish 2026-W47 for good' }).click()
    await expect(page.getByText(MODEL).first()).toBeVisible()
    const report = await page.request.get('/api/v1/reports/2026-W47')
    expect(report.status()).toBe(200)
    expect(await report.text()).toContain(MODEL)
    const csv = await page.request.get('/api/v1/reports/2026-W47?format=csv')
    expect(csv.headers()['content-type']).toContain('text/csv')
  })
})

async function register(page: import('@playwright/test').Page, wanted: { name: string; model: string }): Promise<void> {
  await page.goto('/deployments/new')
  await page.getByLabel('Model', { exact: true }).fill(wanted.model)
  await page.keyboard.press('Escape')
  await page.getByLabel('Team', { exact: true }).selectOption('search')
  await page.getByLabel('Name', { exact: true }).fill(wanted.name)
  await page.getByLabel('Environment', { exact: true }).selectOption('production')
  await page.getByLabel('Purpose', { exact: true }).fill('Answers questions of customers.')
  await page.getByLabel('Use', { exact: true }).selectOption('commercial')
  await page.getByLabel('Who reaches it').selectOption('customers')
  await page.getByLabel('Access', { exact: true }).selectOption('own_weights')
  await page.getByLabel('How the revision is known').selectOption('commit')
  await page.getByLabel('Revision', { exact: true }).fill('main')
  await page.getByLabel('Owner').fill('owner@example.com')
  await page.getByRole('button', { name: /^Register/ }).click()
  await expect(page).toHaveURL(/\/deployments\/[0-9a-f-]{36}/)
}
