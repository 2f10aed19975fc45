import { defineConfig } from '@playwright/test'
import { JOURNEY } from './tests/journeys/journey-settings.ts'

const executablePath = process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH

export default defineConfig({
  testDir: 'tests/journeys',
  outputDir: 'test-results',
  // One instance serves all of them, and the journey moves its clock: one test at a time, in order.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: JOURNEY.url,
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'first-report', testMatch: 'first-report.test.ts' },
    { name: 'every-page', testMatch: 'every-page.test.ts', dependencies: ['first-report'] },
    { name: 'picture', testMatch: 'picture.test.ts', dependencies: ['first-report'] },
    { name: 'permissions', testMatch: 'permissions.test.ts', dependencies: ['first-report'] },
    // Moves the clock on, so it comes after those that rely on the first week.
    { name: 'licence-ledger', testMatch: 'licence-ledger.test.ts', dependencies: ['first-report', 'permissions'] },
  ],
  webServer: {
    command: 'node tests/journeys/serve.ts',
    url: `${JOURNEY.url}/api/ready`,
    timeout: 120_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
})
