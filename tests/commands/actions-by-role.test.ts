import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { FRESH_FORM } from '#app/_ui/form-state.ts'
import { ROLES, type Role } from '#lib/auth/actor.ts'
import { may, PERMISSIONS, type Permission } from '#lib/auth/permissions.ts'
import { installJobQueue, webRuntime } from '#lib/wiring.ts'
import { aPerson, type SignedIn } from '#tests/support/builders-auth.ts'
import { aCompany, aDeployment, type Company, deploymentBody } from '#tests/support/builders-deployments.ts'
import { useDatabase } from '#tests/support/database.ts'

// Actions are called as Next calls them. What Next gives them is stood in for: the cookie of whoever holds the browser.
const browser = vi.hoisted(() => ({ token: '' }))
vi.mock('next/headers', () => ({
  cookies: async () => ({ get: () => ({ value: browser.token }), set: () => undefined, delete: () => undefined }),
  headers: async () => new Headers({ 'user-agent': 'a browser' }),
}))
vi.mock('next/cache', () => ({ revalidatePath: () => undefined }))

const database = useDatabase()
const clock = { now: () => new Date(), advance: () => undefined }

/** Forms that need no role: they come before a sign-in, end it, or dress the page. */
const FOR_ANYBODY = [
  'choosePreference',
  'setUpAction',
  'setPasswordAction',
  'signInAction',
  'signInOidcAction',
  'signOutAction',
]

const stateShape = z.object({ refusals: z.array(z.object({ rule: z.string() })) })
type Action = (...args: unknown[]) => Promise<unknown>

interface FoundAction {
  name: string
  permission: Permission
  call: (fields: Record<string, string>) => Promise<string[]>
}

const isPermission = (word: string | undefined): word is Permission =>
  word !== undefined && Object.hasOwn(PERMISSIONS, word)

/** The rules an action refused by; `done` where it went on to another page or answered without a refusal. */
async function rulesOf(run: Promise<unknown>): Promise<string[]> {
  try {
    const state = stateShape.safeParse(await run)
    return state.success && state.data.refusals.length > 0 ? state.data.refusals.map((one) => one.rule) : ['done']
  } catch (error) {
    if (error instanceof Error && error.message === 'NEXT_REDIRECT') return ['done']
    throw error
  }
}

/** Every exported action of every `use server` file, with the permission its source names. */
async function findActions(): Promise<FoundAction[]> {
  const found: FoundAction[] = []
  for (const entry of readdirSync('app', { recursive: true, withFileTypes: true })) {
    const path = resolve(entry.parentPath, entry.name)
    if (!entry.isFile() || !/\.tsx?$/.test(path)) continue
    const source = readFileSync(path, 'utf8')
    if (!/^'use server'/m.test(source)) continue
    const module: Record<string, Action> = await import(path)
    const pieces = source.split(/^export async function /m).slice(1)
    for (const piece of pieces) {
      const name = /^\w+/.exec(piece)?.[0] ?? ''
      if (FOR_ANYBODY.includes(name)) continue
      const permission = /permission: '([a-z:-]+)'/.exec(piece)?.[1]
      const action = module[name]
      if (!isPermission(permission) || !action) throw new Error(`${path}: ${name} names no permission.`)
      found.push({
        name,
        permission,
        call: (fields) => {
          const form = new FormData()
          for (const [field, value] of Object.entries(fields)) form.set(field, value)
          return rulesOf(action.length < 2 ? action(form) : action(FRESH_FORM, form))
        },
      })
    }
  }
  return found
}

let company: Company
let actions: FoundAction[]
const people = new Map<Role, SignedIn>()

beforeAll(async () => {
  company = await aCompany(database, clock)
  for (const role of ROLES)
    people.set(role, await aPerson(company.hub.ctx, { role, teams: role === 'member' ? ['ads'] : [] }))
  await installJobQueue(database.url)
  process.env.DATABASE_URL = database.url
  process.env.HF_ENDPOINT = company.hub.double.url
  actions = await findActions()
})
afterAll(async () => {
  await webRuntime().close()
  await company.hub.double.close()
})

const recorded = () => database.db.auditEvent.count()

describe('every action', () => {
  test('is found, and the ones that need no role are the known ones', () => {
    expect(actions.length).toBeGreaterThanOrEqual(12)
  })

  for (const role of ROLES) {
    test(`lets the role ${role} do what the table says, and no more`, async () => {
      const person = people.get(role)
      if (!person) throw new Error(`There is no ${role}.`)
      browser.token = person.token
      for (const action of actions) {
        const before = await recorded()
        // An action that answers nothing can only be seen to have changed nothing.
        const rules = await action.call({})
        const isRefused = rules.includes('permission.missing')
        if (!rules.includes('done')) {
          expect(isRefused, `${role}: ${action.name} answers ${rules}`).toBe(!may(person.actor, action.permission))
        }
        expect(await recorded(), `${role}: ${action.name} with an empty form changes nothing`).toBe(before)
      }
    })
  }

  test('asks for a session first', async () => {
    browser.token = 'nobody'
    for (const action of actions) {
      const before = await recorded()
      expect(await action.call({}), action.name).toEqual(
        expect.arrayContaining([expect.stringMatching(/session\.ended|done/)]),
      )
      expect(await recorded()).toBe(before)
    }
  })
})

describe("another team's deployment", () => {
  /** A whole form for each action on a deployment, which its own team could send. */
  const forms: Record<string, (id: string, name: string) => Record<string, string>> = {
    retireAction: (id, name) => ({ id, version: '1', typedName: name }),
    changeAction: (id, name) => ({
      id,
      expected: '1',
      ...flat(deploymentBody({ name, purpose: 'Answers other questions.' })),
    }),
    registerAction: (_, name) => flat(deploymentBody({ name: `${name} again` })),
  }

  test('is out of reach of every action that teams may use, with a form its own team may send', async () => {
    const stranger = people.get('member')
    const own = await aPerson(company.hub.ctx, { role: 'member', teams: ['search'] })
    const ofTeams = actions.filter((action) => action.permission === 'deployment:register')
    expect(ofTeams.map((action) => action.name).toSorted()).toEqual(Object.keys(forms).toSorted())
    for (const action of ofTeams) {
      const name = `Foreign ${action.name}`
      const { deploymentId } = await aDeployment(company.member, { name })
      const fields = forms[action.name]?.(deploymentId, name) ?? {}
      browser.token = stranger?.token ?? ''
      const before = await recorded()
      expect(await action.call(fields), `a stranger's ${action.name}`).not.toContain('done')
      expect(await recorded()).toBe(before)
      browser.token = own.token
      expect(await action.call(fields), `the team's own ${action.name}`).toEqual(['done'])
      expect(await recorded()).toBeGreaterThan(before)
    }
  })
})

/** A request body as a form's fields. */
function flat(body: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(body).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).map(([inner, one]) => [`${key}.${inner}`, String(one)])
        : [[key, String(value)]],
    ),
  )
}
