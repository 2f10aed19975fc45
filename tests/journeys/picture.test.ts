import { existsSync, statSync } from 'node:fs'
import { expect } from '@playwright/test'
import { JOURNEY } from './journey-settings.ts'
import { signIn, test } from './support.ts'

const PICTURE = 'docs/overview.png'

test('the README has its picture of the overview @screenshot', async ({ page }) => {
  if (process.env.WEIGHBRIDGE_SCREENSHOTS === '1') {
    await page.setViewportSize({ width: 1440, height: 960 })
    await signIn(page, JOURNEY.administrator)
    await page.goto('/')
    await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
    await page.waitForLoadState('networkidle')
    await page.screenshot({ path: PICTURE })
  }
  expect(existsSync(PICTURE), `${PICTURE} is there; npm run screenshots writes it`).toBe(true)
  expect(statSync(PICTURE).size).toBeGreaterThan(10_000)
})
