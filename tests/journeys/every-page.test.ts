import AxeBuilder from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { JOURNEY } from './journey-settings.ts'
import { pagesToVisit } from './pages.ts'
import { signIn, test } from './support.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const VIEWS = [
  { theme: 'light', width: 1440 },
  { theme: 'dark', width: 1440 },
  { theme: 'light', width: 375 },
] as const

for (const { theme, width } of VIEWS) {
  test(`every page is accessible, says nothing on the console and fits ${width} px, ${theme}`, async ({ page }) => {
    test.setTimeout(600_000)
    await page.setViewportSize({ width, height: 900 })
    await page.context().addCookies([{ name: 'theme', value: theme, url: JOURNEY.url }])
    await signIn(page, JOURNEY.administrator)
    for (const path of await pagesToVisit(page.request)) {
      await test.step(path, async () => {
        const answer = await page.goto(path)
        expect(answer?.status(), `${path} is served`).toBe(200)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
        expect(
          violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`),
          `${path} has no violation`,
        ).toEqual([])
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(overflow, `${path} does not scroll sideways`).toBeLessThanOrEqual(0)
      })
    }
  })
}
