import { findBrowser } from './lib/browser.mjs'
import { step } from './lib/progress.mjs'
import { inRoot, pinnedNode, requireNode } from './lib/project.mjs'
import { makeReady } from './lib/ready.mjs'
import { runAloud } from './lib/run.mjs'

// `npm run screenshots`: runs the browser tests tagged @screenshot, which write the README's pictures only when
// WEIGHBRIDGE_SCREENSHOTS=1 says so.

requireNode()
try {
  await makeReady({ withTools: true, withBuild: true })
  let browser
  await step('Browser', async () => {
    browser = await findBrowser()
    return browser.origin
  })
  process.exitCode = await runAloud(
    pinnedNode(),
    [inRoot('node_modules', '@playwright', 'test', 'cli.js'), 'test', '--grep', '@screenshot'],
    { env: { PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH: browser.path, WEIGHBRIDGE_SCREENSHOTS: '1' } },
  )
} catch (error) {
  console.error(`\n  ${error.message}`)
  process.exitCode = 1
}
