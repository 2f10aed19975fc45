import { beforeAll, describe, expect, test } from 'vitest'
import { cursorOf, placeOf } from '#lib/audit/log-place.ts'
import { countAuditEvents, eachAuditEvent, findAuditEvent, listAuditEvents } from '#lib/audit/queries.ts'
import { createTeam } from '#lib/auth/commands/people.ts'
import { createToken } from '#lib/auth/commands/tokens.ts'
import type { Ctx } from '#lib/ctx.ts'
import { aFirstAdministrator, authCtx, stillClock, worked } from '#tests/support/builders-auth.ts'
import { useDatabase } from '#tests/support/database.ts'

const database = useDatabase()
const clock = stillClock('2026-11-10T23:30:00.000Z')
const TEAMS = ['a', 'b', 'c', 'd', 'e', 'f', 'g']

let admin: Ctx

beforeAll(async () => {
  admin = await aFirstAdministrator(authCtx(database, clock))
  for (const slug of TEAMS) worked(await createTeam(admin, { slug, name: slug }))
  clock.advance(3_600_000)
  await createToken(admin, { name: 'CI', scope: 'read' })
})

const all = { below: null, limit: 200 }

describe('the log', () => {
  test('is read from the newest to the oldest, page by page, each event once', async () => {
    const whole = await listAuditEvents(database.db, {}, all)
    const paged: bigint[] = []
    for (let below: bigint | null | undefined = null; below !== undefined; ) {
      const page = await listAuditEvents(database.db, {}, { below, limit: 3 })
      paged.push(...page.map((event) => event.seq))
      const last = page.at(-1)
      below = last && placeOf(cursorOf(last.seq))
    }
    expect(paged).toEqual(whole.map((event) => event.seq))
    expect(whole[0]?.action).toBe('token.created')
    expect(await countAuditEvents(database.db, {})).toBe(whole.length)
  })

  test('parts by action, person, thing and day in UTC', async () => {
    const count = (view: Parameters<typeof countAuditEvents>[1]) => countAuditEvents(database.db, view)
    expect(await count({ action: 'team.created' })).toBe(TEAMS.length)
    expect(await count({ action: 'team.created', actor: 'ADA' })).toBe(TEAMS.length)
    expect(await count({ actor: 'nobody' })).toBe(0)
    expect(await count({ from: '2026-11-11' })).toBe(1)
    expect(await count({ to: '2026-11-10', action: 'token.created' })).toBe(0)
    expect(await count({ from: '2026-11-11', to: '2026-11-11' })).toBe(1)
    const [event] = await listAuditEvents(database.db, { action: 'team.created' }, all)
    const { kind, id } = event?.object ?? { kind: '', id: '' }
    expect(await count({ objectKind: kind, objectId: id })).toBe(1)
  })

  test('an export stops at what it is allowed, and otherwise holds the whole view', async () => {
    const exported = async (most: number) => {
      let count = 0
      for await (const events of eachAuditEvent(database.db, { action: 'team.created' }, most)) count += events.length
      return count
    }
    expect(await exported(100_000)).toBe(TEAMS.length)
    expect(await exported(2)).toBe(2)
  })

  test('an event carries what was before and after, and its hash', async () => {
    const [event] = await listAuditEvents(database.db, { action: 'token.created' }, all)
    expect(event).toMatchObject({
      actor: { kind: 'person', name: 'Ada First' },
      before: null,
      after: { name: 'CI', scope: 'read' },
    })
    expect(event?.leafHash).toMatch(/^[0-9a-f]{64}$/)
    expect(await findAuditEvent(database.db, event?.seq ?? 0n)).toEqual(event)
    expect(await findAuditEvent(database.db, 999_999n)).toBeNull()
  })
})

test('a cursor that is none of this list stands for no place', () => {
  for (const text of ['zzz', '', 'WyJ4Il0', 'W251bGxd']) expect(placeOf(text)).toBeUndefined()
})
