import { readdirSync, readFileSync } from 'node:fs'
import { type APIRequestContext, expect } from '@playwright/test'
import { type Actor, ROLES, type Role } from '#lib/auth/actor.ts'
import { may, PERMISSIONS, type Permission } from '#lib/auth/permissions.ts'
import { JOURNEY } from './journey-settings.ts'
import { pagePatterns, pagesToVisit } from './pages.ts'
import { setPassword, signIn, test } from './support.ts'

const NOBODYS_ID = '01990000-0000-7000-8000-000000000000'

test.describe.configure({ mode: 'serial' })

function isPermission(word: string | undefined): word is Permission {
  return word !== undefined && Object.hasOwn(PERMISSIONS, word)
}

/** The permission a page's source asks for: the first `pageCtx('…')`. */
function permissionOfPage(pattern: string): Permission {
  const source = readFileSync(`app/(app)${pattern === '/' ? '' : pattern}/page.tsx`, 'utf8')
  const word = /pageCtx\(\s*'([a-z:]+)'/.exec(source)?.[1]
  if (!isPermission(word)) throw new Error(`${pattern} asks for no permission that this test can read.`)
  return word
}

interface Handler {
  method: string
  path: string
  permission: Permission
}

/** Every method of every handler that goes through `handle`, with the permission it names. */
function handlers(): Handler[] {
  return readdirSync('app/api/v1', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name === 'route.ts')
    .flatMap((entry) => {
      const source = readFileSync(`${entry.parentPath}/route.ts`, 'utf8')
      const path = entry.parentPath.replace(/^app/, '')
      return [
        ...source.matchAll(
          /export (?:async )?function (GET|POST|PUT|PATCH|DELETE)\b[\s\S]*?handle\(\s*\w+,\s*'([a-z:]+)'/g,
        ),
      ].map(([, method, permission]) => {
        if (!method || !isPermission(permission))
          throw new Error(`${path} asks for no permission that this test can read.`)
        return { method, path, permission }
      })
    })
}

function actorOf(role: Role): Actor {
  return { kind: 'person', id: NOBODYS_ID, name: role, role, teamIds: [] }
}

async function addPerson(admin: APIRequestContext, role: Role): Promise<{ email: string; link: string }> {
  const email = `${role}@example.com`
  const teams = role === 'member' ? ['elsewhere'] : []
  const answer = await admin.post('/api/v1/people', {
    data: { name: `Some ${role}`, email, role, teams },
    headers: { origin: JOURNEY.url },
  })
  expect(answer.status(), await answer.text()).toBe(201)
  const { link } = await answer.json()
  return { email, link }
}

test('every page and handler lets each role do what the table says, and no more', async ({ browser }) => {
  test.setTimeout(600_000)
  const adminPage = await (await browser.newContext()).newPage()
  await signIn(adminPage, JOURNEY.administrator)
  const made = await adminPage.request.post('/api/v1/teams', {
    data: { slug: 'elsewhere', name: 'Elsewhere' },
    headers: { origin: JOURNEY.url },
  })
  expect(made.status()).toBe(201)
  const patterns = pagePatterns()
  const paths = await pagesToVisit(adminPage.request)
  const walked = handlers()
  expect(walked.length).toBeGreaterThan(20)

  for (const role of ROLES.filter((one) => one !== 'administrator')) {
    await test.step(role, async () => {
      const { email, link } = await addPerson(adminPage.request, role)
      const context = await browser.newContext()
      const page = await context.newPage()
      await setPassword(page, link)
      await expect(
        page
          .getByText(email)
          .or(page.getByRole('heading', { level: 1 }))
          .first(),
      ).toBeVisible()
      for (const [index, pattern] of patterns.entries()) {
        const path = paths[index] ?? '/'
        const permission = permissionOfPage(pattern)
        const answer = await page.request.get(path)
        const isOthers = role === 'member' && /^\/(deployments|findings)\/\[id\]/.test(pattern)
        const expected = !may(actorOf(role), permission) ? 403 : isOthers ? 404 : 200
        expect(answer.url(), `${role} is signed in`).not.toContain('/sign-in')
        expect(answer.status(), `${role} opens ${path}`).toBe(expected)
      }
      for (const { method, path, permission } of walked) {
        const url = path.replace(/\[\w+\]/g, NOBODYS_ID)
        const answer = await page.request.fetch(url, {
          method,
          headers: { origin: JOURNEY.url },
          ...(method === 'GET' ? {} : { data: {} }),
        })
        const isRefused = answer.status() === 403
        expect(isRefused, `${role} sends ${method} ${url} (${permission}) and is answered ${answer.status()}`).toBe(
          !may(actorOf(role), permission),
        )
        expect(answer.status(), `${method} ${url} does not fail`).toBeLessThan(500)
      }
      await context.close()
    })
  }
})

test('without a session every page leads to the sign-in and every handler asks for a token', async ({ browser }) => {
  const context = await browser.newContext()
  const admin = await (await browser.newContext()).newPage()
  await signIn(admin, JOURNEY.administrator)
  for (const path of await pagesToVisit(admin.request)) {
    const answer = await context.request.get(path, { maxRedirects: 0 })
    expect(answer.headers().location ?? '', `${path} leads to the sign-in`).toContain('/sign-in')
  }
  for (const { method, path } of handlers()) {
    const answer = await context.request.fetch(path.replace(/\[\w+\]/g, NOBODYS_ID), { method })
    expect(answer.status(), `${method} ${path}`).toBe(401)
  }
})
