import { readFileSync, writeFileSync } from 'node:fs'
import { test as base, expect, type Page } from '@playwright/test'
import { JOURNEY } from './journey-settings.ts'

/** Tests whose page may not say an error on its console: one that does fails. */
export const test = base.extend<{ quietConsole: undefined }>({
  quietConsole: [
    async ({ page }, use) => {
      const said: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error') said.push(message.text())
      })
      page.on('pageerror', (error) => said.push(error.message))
      await use(undefined)
      expect(said, 'nothing was said on the console').toEqual([])
    },
    { auto: true },
  ],
})

/** The one-time link the start printed. */
export function setUpLink(): string {
  const link = /http\S+\/set-up\?link=\S+/.exec(readFileSync(JOURNEY.output, 'utf8'))?.[0]
  if (!link) throw new Error('The start printed no set-up link.')
  return link
}

/** Moves the instance's clock. */
export function itIsNow(instant: string): void {
  writeFileSync(JOURNEY.clock, instant)
}

/** Tells the hub double to change something. */
export async function hub(command: string, body: Record<string, unknown> = {}): Promise<void> {
  const answer = await fetch(`${JOURNEY.hubUrl}/__double/${command}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`The hub double refused ${command}: ${await answer.text()}`)
}

/** Signs in through the form. */
export async function signIn(page: Page, person: { email: string; password: string }): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Mail address').fill(person.email)
  await page.getByLabel('Password').fill(person.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page).not.toHaveURL(/sign-in/)
}

/** Has the source looked at by the API and waits for the look to end. */
export async function lookNow(page: Page): Promise<void> {
  const newest = async () => {
    const { items } = await (await page.request.get('/api/v1/sources')).json()
    return items[0]
  }
  const before = await newest()
  const asked = await page.request.post(`/api/v1/sources/${before.id}/looks`, { headers: { origin: JOURNEY.url } })
  expect(asked.status()).toBe(202)
  await expect
    .poll(async () => (await newest()).lastLook?.lookId, { timeout: 60_000 })
    .not.toBe(before.lastLook?.lookId)
}

/** Sets the password that a one-time link asks for, and is signed in by it. */
export async function setPassword(page: Page, link: string, password = 'a sentence for this person'): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Set password and sign in' }).click()
  // Until the answer is there the browser is not signed in, and what it asks for leads to the sign-in.
  await expect(page).not.toHaveURL(/set-password/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}
