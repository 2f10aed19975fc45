import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scopeFor } from '#lib/auth/permissions.ts'
import { type BoundRow, boundInstant, readBoundCursor } from '#lib/deployments/bound.ts'
import { changeDeployment, retireDeployment } from '#lib/deployments/commands/change.ts'
import { countBound, eachBound, listBound, placeOfBound } from '#lib/deployments/queries/bound.ts'
import { governingBinding } from '#lib/licences/binding-periods.ts'
import { concludeBinding } from '#lib/licences/commands/conclude-binding.ts'
import { sha256Of } from '#lib/licences/licence-text.ts'
import type { UpstreamCtx } from '#lib/upstream/upstream-ctx.ts'
import { stillClock, worked } from '#tests/support/builders-auth.ts'
import { aCompany, aDeployment, type Company, deploymentInput } from '#tests/support/builders-deployments.ts'
import { useDatabase } from '#tests/support/database.ts'
import { APACHE_LICENCE, RESEARCH_LICENCE } from '#tests/support/hub-double/licence-texts.ts'

const database = useDatabase()
const clock = stillClock('2026-11-23T09:00:00.000Z')
const APACHE_SHA = sha256Of(Buffer.from(APACHE_LICENCE))
const RESEARCH_SHA = sha256Of(Buffer.from(RESEARCH_LICENCE))
const HOUR = 3_600_000

let company: Company
let made = 0

beforeAll(async () => {
  company = await aCompany(database, clock)
})
afterAll(() => company.hub.double.close())

async function aModel(licence: string): Promise<string> {
  made += 1
  const name = `Qwen/Bound-${made}B`
  company.hub.double.org.addRepository(name, {
    card: { license: 'apache-2.0' },
    files: { 'model.safetensors': { size: 1_000 }, LICENSE: licence },
  })
  await look()
  return name
}

async function look(): Promise<void> {
  clock.advance(HOUR)
  await company.hub.look()
}

/** Rows of a view as somebody sees them, at an instant. */
function bound(
  who: UpstreamCtx,
  filter: { text?: string; licence?: string; model?: string },
  at: Date = clock.now(),
): Promise<BoundRow[]> {
  const view = { filter, at, scope: scopeFor(who.actor, 'deployment:read') }
  return listBound(database.db, view, { limit: 200 })
}

const shown = (rows: BoundRow[]) =>
  rows.map(({ kind, basis, licenceId, deployment }) => `${kind} ${deployment?.name ?? ''}${basis} ${licenceId}`)

describe('who is bound by which text', () => {
  test('names the revisions it governs and the deployments that pinned it', async () => {
    const model = await aModel(APACHE_LICENCE)
    const { deploymentId } = await aDeployment(company.member, { model, name: 'Bound search' })
    const rows = await bound(company.reviewer, { model, text: APACHE_SHA })
    expect(shown(rows)).toEqual(['revision identified Apache-2.0', 'deployment Bound searchidentified Apache-2.0'])
    expect(rows[1]).toMatchObject({ id: deploymentId, deployment: { team: 'search', version: 1 } })
    expect(await bound(company.reviewer, { model, text: RESEARCH_SHA })).toEqual([])
  })

  test('by licence finds declarations without a text as well', async () => {
    made += 1
    const name = `Qwen/Bound-${made}B`
    company.hub.double.org.addRepository(name, {
      card: { license: 'apache-2.0' },
      files: { 'model.safetensors': { size: 1_000 } },
    })
    await look()
    expect(shown(await bound(company.reviewer, { model: name, licence: 'Apache-2.0' }))).toEqual([
      'revision declared Apache-2.0',
    ])
  })

  test('shows a member only their own team’s deployments, and every revision', async () => {
    const model = await aModel(APACHE_LICENCE)
    await aDeployment(company.member, { model, name: 'Ours' })
    expect((await bound(company.member, { model })).map((row) => row.kind)).toEqual(['revision', 'deployment'])
    expect((await bound(company.stranger, { model })).map((row) => row.kind)).toEqual(['revision'])
    const view = { filter: { model }, at: clock.now(), scope: scopeFor(company.stranger.actor, 'deployment:read') }
    expect(await countBound(database.db, view)).toEqual({ revisions: 1, deployments: 0, total: 1 })
    expect(await countBound(database.db, { ...view, scope: null })).toMatchObject({ deployments: 0 })
  })

  test('as of a day before, as it was known then', async () => {
    const before = clock.now()
    const model = await aModel(APACHE_LICENCE)
    expect(await bound(company.reviewer, { model }, before)).toEqual([])
    const { deploymentId } = await aDeployment(company.member, { model, name: 'Then' })
    const then = clock.now()
    clock.advance(HOUR)
    await retireDeployment(company.member, deploymentId, 1)
    expect((await bound(company.reviewer, { model })).map((row) => row.kind)).toEqual(['revision'])
    expect((await bound(company.reviewer, { model }, then)).map((row) => row.kind)).toEqual(['revision', 'deployment'])
  })

  test('a conclusion governs from when it was recorded, and the deployment keeps its text', async () => {
    const model = await aModel(RESEARCH_LICENCE)
    await aDeployment(company.member, { model, name: 'Kept' })
    const [row] = await bound(company.reviewer, { model })
    const then = clock.now()
    clock.advance(HOUR)
    const conclusion = { revisionId: row?.id ?? '', textSha: null, licenceId: 'MIT', reason: 'A mail.' }
    worked(await concludeBinding(company.reviewer, conclusion))
    const [revision, deployment] = await bound(company.reviewer, { model })
    expect(revision).toMatchObject({
      basis: 'concluded',
      licenceId: 'MIT',
      declaredLicenceId: 'Apache-2.0',
      identifiedLicenceId: null,
      concludedLicenceId: 'MIT',
    })
    expect(deployment).toMatchObject({ basis: 'identified', textSha: RESEARCH_SHA, concludedLicenceId: 'MIT' })
    expect((await bound(company.reviewer, { model }, then))[0]).toMatchObject({ basis: 'identified' })
  })

  test('a text replaced upstream binds the new revision; what runs stays bound by the old one', async () => {
    const model = await aModel(APACHE_LICENCE)
    await aDeployment(company.member, { model, name: 'Old' })
    company.hub.double.org.commit(model, { files: { LICENSE: RESEARCH_LICENCE } }, 'Another licence')
    await look()
    const rows = await bound(company.reviewer, { model })
    expect(rows.map((row) => [row.kind, row.textSha])).toEqual(
      expect.arrayContaining([
        ['revision', APACHE_SHA],
        ['revision', RESEARCH_SHA],
        ['deployment', APACHE_SHA],
      ]),
    )
    expect(rows).toHaveLength(3)
  })

  test('an edit makes the version of that day the one that counts that day', async () => {
    const model = await aModel(APACHE_LICENCE)
    const { deploymentId } = await aDeployment(company.member, { model, name: 'First name' })
    const then = clock.now()
    clock.advance(HOUR)
    worked(
      await changeDeployment(
        company.member,
        deploymentId,
        deploymentInput(company.member, { model, name: 'Second name' }),
        1,
      ),
    )
    const names = async (at: Date) =>
      (await bound(company.reviewer, { model }, at)).flatMap((row) => row.deployment?.name ?? [])
    expect(await names(then)).toEqual(['First name'])
    expect(await names(clock.now())).toEqual(['Second name'])
  })

  test('the database and the pure judgement name the same governing binding for every revision', async () => {
    const rows = await database.db.binding.findMany()
    for (const at of [clock.now(), new Date(clock.now().getTime() - 3 * HOUR)]) {
      const view = await bound(company.reviewer, {}, at)
      const expected = [...Map.groupBy(rows, (row) => row.revisionId)].flatMap(([id, ofRevision]) => {
        const governing = governingBinding(ofRevision, { knownAt: at, holdingAt: at })
        return governing ? [`${id} ${governing.basis} ${governing.textSha} ${governing.licenceId}`] : []
      })
      const found = view.filter((row) => row.kind === 'revision')
      expect(found.map((row) => `${row.id} ${row.basis} ${row.textSha} ${row.licenceId}`).sort()).toEqual(
        expected.sort(),
      )
    }
  })

  test('page by page is the same list, and the export is the whole of it', async () => {
    const view = { filter: {}, at: clock.now(), scope: scopeFor(company.reviewer.actor, 'deployment:read') }
    const whole = await listBound(database.db, view, { limit: 200 })
    const paged: BoundRow[] = []
    for (;;) {
      const last = paged.at(-1)
      const rows = await listBound(database.db, view, { after: last && placeOfBound(last), limit: 2 })
      if (rows.length === 0) break
      paged.push(...rows)
    }
    expect(paged).toEqual(whole)
    const exported: BoundRow[] = []
    for await (const rows of eachBound(database.db, view)) exported.push(...rows)
    expect(exported).toEqual(whole)
    expect((await countBound(database.db, view)).total).toBe(whole.length)
  })
})

test('a day means its end, an instant itself, and nothing lies after now', () => {
  const now = new Date('2026-11-23T09:00:00Z')
  expect(boundInstant('2026-11-20', now).toISOString()).toBe('2026-11-20T23:59:59.999Z')
  expect(boundInstant('2026-11-20T10:00:00Z', now).toISOString()).toBe('2026-11-20T10:00:00.000Z')
  expect(boundInstant('2026-11-23', now)).toEqual(now)
  expect(boundInstant(undefined, now)).toEqual(now)
  expect(readBoundCursor('nonsense')).toBeUndefined()
})
