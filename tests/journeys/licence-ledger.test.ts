import { expect, type Page } from '@playwright/test'
import mit from 'spdx-license-list/licenses/MIT.json' with { type: 'json' }
import { APACHE_LICENCE } from '../support/hub-double/licence-texts.ts'
import { JOURNEY } from './journey-settings.ts'
import { hub, itIsNow, lookNow, setPassword, signIn, test } from './support.ts'

const MODEL = 'Qwen/Ledger-1B'
const fromHere = { headers: { origin: JOURNEY.url } }

/** What the API says, as the page's browser is signed in. */
async function json(page: Page, path: string) {
  return (await page.request.get(path)).json()
}

test('a text changes upstream: a reviewer sees terms first and concludes, and what runs stays bound by the old text', async ({
  page,
  browser,
}) => {
  await signIn(page, JOURNEY.administrator)

  await test.step('a model is published under one licence, and a team runs it', async () => {
    await hub('addRepository', {
      name: MODEL,
      card: { license: 'apache-2.0' },
      files: { 'model.safetensors': { size: 1_000 }, LICENSE: APACHE_LICENCE },
    })
    await lookNow(page)
    const registered = await page.request.post('/api/v1/deployments', {
      ...fromHere,
      data: {
        team: 'search',
        model: MODEL,
        revision: { kind: 'commit', value: 'main' },
        name: 'Bound by the old text',
        environment: 'production',
        purpose: 'Answers questions.',
        use: 'commercial',
        exposure: 'redistributed',
        accessChannel: 'own_weights',
        owner: 'owner@example.com',
      },
    })
    expect(registered.status(), await registered.text()).toBe(201)
  })

  await test.step('its publisher puts another licence in the place of the first', async () => {
    await hub('commit', { name: MODEL, files: { LICENSE: mit.licenseText }, title: 'Relicense' })
    itIsNow('2026-11-24T08:00:00.000Z')
    await signIn(page, JOURNEY.administrator)
    await lookNow(page)
  })
  const { items } = await json(page, `/api/v1/changes?kind=licence_text_changed&model=${MODEL}`)
  const [change] = items
  expect(change).toMatchObject({ status: 'confirmed' })
  const [before, after]: string[] = [change.before.sha256, change.after.sha256]

  const made = await page.request.post('/api/v1/people', {
    ...fromHere,
    data: { name: 'Rea Reviewer', email: 'rea@example.com', role: 'reviewer', teams: [] },
  })
  expect(made.status()).toBe(201)
  const reviewer = await (await browser.newContext()).newPage()
  await setPassword(reviewer, (await made.json()).link)

  await test.step('the reviewer opens the change and sees the terms that differ before the clauses', async () => {
    await reviewer.goto(`/changes/${change.id}`)
    await reviewer.getByRole('link', { name: 'Compare terms and clauses' }).click()
    await expect(reviewer).toHaveURL(`/licences/compare?from=${before}&to=${after}`)
    await expect(reviewer.getByText('Another licence now stands here.')).toBeVisible()
    const sections = await reviewer.getByRole('heading', { level: 2 }).allTextContents()
    expect(sections.indexOf('Terms')).toBeGreaterThan(-1)
    expect(sections.indexOf('Terms')).toBeLessThan(sections.indexOf('Clauses'))
    await expect(reviewer.getByText('Is there an express patent licence?').first()).toBeVisible()
    await expect(reviewer.getByText('it stays open until a person closes it')).toBeVisible()
  })

  await test.step('n leads to the first clause that differs, and insertions are told in words', async () => {
    await reviewer.keyboard.press('n')
    const focused = reviewer.locator(':focus')
    await expect(focused).toHaveCount(1)
    await expect(reviewer.locator('ins').first()).toContainText('added:')
    await expect(reviewer.locator('del').first()).toContainText('removed:')
  })

  await test.step('and says what it means, with a reason', async () => {
    await reviewer.getByLabel('What it means for people already using it').selectOption('mixed')
    await reviewer.getByLabel('Why').fill('The patent grant is gone; so is the duty to mark changes.')
    await reviewer.getByRole('button', { name: 'Put this on record' }).click()
    await expect(reviewer.getByText('Concluded by Rea Reviewer: Narrowed in part and widened in part.')).toBeVisible()
    await reviewer.goto(`/changes/${change.id}`)
    await expect(reviewer.getByText('as Rea Reviewer concluded')).toBeVisible()
  })

  await test.step('the deployment is still bound by the text it was registered under', async () => {
    const { items: found } = await json(page, `/api/v1/deployments?q=${encodeURIComponent('Bound by the old text')}`)
    await reviewer.goto(`/deployments/${found[0].id}/licence`)
    const main = reviewer.getByRole('main')
    await expect(main.getByText(before?.slice(0, 8) ?? '').first()).toBeVisible()
    await expect(main.getByText(after?.slice(0, 8) ?? '')).toHaveCount(0)
  })
})
