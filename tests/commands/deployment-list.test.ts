import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { csvColumns } from '#app/api/v1/deployments/answers.ts'
import { scopeFor } from '#lib/auth/permissions.ts'
import { retireDeployment } from '#lib/deployments/commands/change.ts'
import { countDeployments } from '#lib/deployments/queries/count-deployments.ts'
import { type DeploymentRow, eachDeployment, listDeployments } from '#lib/deployments/queries/list-deployments.ts'
import { countFindings, eachFinding, listFindings } from '#lib/deployments/queries/list-findings.ts'
import { DEPLOYMENT_SORTS, deploymentFilter, type deploymentListQuery } from '#lib/deployments/schema.ts'
import { findingFilter } from '#lib/policy/schema.ts'
import { toCsv } from '#lib/shared/csv.ts'
import type { UpstreamCtx } from '#lib/upstream/upstream-ctx.ts'
import { rulesOf, stillClock, worked } from '#tests/support/builders-auth.ts'
import { aCompany, aDeployment, type Company, deploymentBody, send } from '#tests/support/builders-deployments.ts'
import { useDatabase } from '#tests/support/database.ts'

const database = useDatabase()
const clock = stillClock('2026-11-23T09:00:00.000Z')
const MODELS = ['Qwen/Open-1B', 'Qwen/Qwen3-8B', 'Qwen/Qwen2.5-3B']
const ENVIRONMENTS = ['production', 'staging', 'research']

let company: Company
let everything: UpstreamCtx

// Twenty-three of team search with names, verdicts and instants that repeat, one retired, two of team ads.
beforeAll(async () => {
  company = await aCompany(database, clock)
  everything = company.hub.ctx
  const rows = Array.from({ length: 23 }, (_, index) =>
    deploymentBody({
      name: `Row ${String(index).padStart(2, '0')}`,
      model: MODELS[index % 3],
      environment: ENVIRONMENTS[index % 3],
      owner: `owner${index % 2}@example.com`,
    }),
  )
  worked(await send(company.member, { deployments: rows.slice(0, 12) }))
  clock.advance(60_000)
  worked(await send(company.member, { deployments: rows.slice(12) }))
  for (const name of ['Row 01', '100 % sure']) await aDeployment(company.stranger, { team: 'ads', name })
  const { deploymentId } = await aDeployment(company.member, { name: 'Gone' })
  await retireDeployment(company.member, deploymentId, 1)
})
afterAll(() => company.hub.double.close())

const scopeOf = (ctx: UpstreamCtx) => scopeFor(ctx.actor, 'deployment:read')
const filterOf = (given: Record<string, string> = {}) => deploymentFilter.parse(given)
type Sort = ReturnType<typeof deploymentListQuery.parse>['sort']
const SORTS = DEPLOYMENT_SORTS.flatMap((sort): Sort[] => [sort, `-${sort}`])

async function whole(ctx: UpstreamCtx, given: Record<string, string> = {}, sort: Sort = 'name') {
  const asked = { filter: filterOf(given), sort, limit: 200 }
  return worked(await listDeployments(database.db, scopeOf(ctx), asked)).rows
}

const idsOf = (rows: readonly { id: string }[]) => rows.map((row) => row.id)

describe.each(SORTS)('sorted by %s', (sort) => {
  test('pages followed to the end, and back again, hold every row once, in the order of the whole', async () => {
    const page = async (cursor?: string) => {
      const asked = { filter: filterOf(), sort, limit: 4, cursor }
      return worked(await listDeployments(database.db, scopeOf(everything), asked))
    }
    const expected = idsOf(await whole(everything, {}, sort))
    expect(expected).toHaveLength(25)
    let current = await page()
    expect(current.previous).toBeNull()
    const forwards = [idsOf(current.rows)]
    while (current.next !== null) {
      current = await page(current.next)
      forwards.push(idsOf(current.rows))
    }
    expect(forwards.flat()).toEqual(expected)
    const backwards = [idsOf(current.rows)]
    while (current.previous !== null) {
      current = await page(current.previous)
      backwards.unshift(idsOf(current.rows))
    }
    expect(backwards.flat()).toEqual(expected)
  })

  test('an export holds exactly the view', async () => {
    const exported: DeploymentRow[] = []
    const view = { filter: filterOf({ environment: 'staging' }), sort }
    for await (const rows of eachDeployment(database.db, scopeOf(everything), view)) exported.push(...rows)
    expect(exported).toEqual(await whole(everything, { environment: 'staging' }, sort))
  })
})

test('verdicts are sorted by how bad they are', async () => {
  const verdicts = (await whole(everything, {}, '-verdict')).map((row) => row.verdict)
  expect([...new Set(verdicts)]).toEqual(['needs_review', 'allowed'])
})

describe('a filter', () => {
  test.each<[Record<string, string>, number]>([
    [{}, 25],
    [{ retired: 'true' }, 1],
    [{ team: 'ads' }, 2],
    [{ environment: 'production', team: 'search' }, 8],
    [{ model: 'Qwen/Qwen2.5-3B' }, 7],
    [{ licence: 'Apache-2.0' }, 10],
    [{ verdict: 'allowed' }, 10],
    [{ q: 'ROW 0' }, 11],
    [{ q: 'owner1@' }, 11],
    [{ q: '100 %' }, 1],
    [{ q: '%' }, 1],
    [{ q: '_' }, 0],
    [{ use: 'research' }, 0],
  ])('%j keeps as many as it counts', async (given, expected) => {
    const rows = await whole(everything, given)
    expect(rows).toHaveLength(expected)
    expect((await countDeployments(database.db, scopeOf(everything), filterOf(given))).total).toBe(expected)
  })

  test('by verdict leaves the counts of the others as they are', async () => {
    const all = await countDeployments(database.db, scopeOf(everything), filterOf())
    const some = await countDeployments(database.db, scopeOf(everything), filterOf({ verdict: 'allowed' }))
    expect(some.byVerdict).toEqual(all.byVerdict)
    const within = await countDeployments(database.db, scopeOf(everything), filterOf({ team: 'search' }))
    expect(Object.values(within.byVerdict).reduce((sum, count) => sum + count, 0)).toBe(23)
  })
})

test('a member sees and counts the deployments of their teams alone', async () => {
  expect((await whole(company.stranger)).map((row) => row.team)).toEqual(['ads', 'ads'])
  expect((await countDeployments(database.db, scopeOf(company.stranger), filterOf())).total).toBe(2)
  expect(await whole(company.stranger, { team: 'search' })).toEqual([])
})

test('a cursor of another order is refused, and so is a made-up one', async () => {
  const byName = worked(
    await listDeployments(database.db, scopeOf(everything), { filter: filterOf(), sort: 'name', limit: 2 }),
  )
  for (const cursor of [byName.next ?? '', 'made-up']) {
    const asked = { filter: filterOf(), sort: '-name' as const, limit: 2, cursor }
    expect(rulesOf(await listDeployments(database.db, scopeOf(everything), asked))).toEqual(['cursor.unknown'])
  }
})

test('the CSV of a view holds the columns that are shown, and nothing a spreadsheet would run', async () => {
  const [row] = await whole(everything)
  if (!row) throw new Error('There is no row.')
  const csv = toCsv(csvColumns('team,verdict'), [{ ...row, name: '=1+1', team: '@team' }])
  expect(csv.split('\r\n')).toEqual(['id,name,team,verdict', `${row.id},'=1+1,'@team,${row.verdict}`, ''])
})

test('the queue of findings has the open ones first, page by page, and an export of the same', async () => {
  const scope = scopeFor(everything.actor, 'finding:read')
  const [closed] = await whole(company.member, { model: 'Qwen/Qwen2.5-3B' })
  await retireDeployment(company.member, closed?.id ?? '', 1)
  const filter = findingFilter.parse({ state: 'all' })
  const expected = worked(await listFindings(database.db, scope, { filter, limit: 200 })).rows
  expect(expected.map((row) => row.isOpen)).toEqual([...Array(6).fill(true), false])
  const paged: string[] = []
  let cursor: string | undefined
  do {
    const page = worked(await listFindings(database.db, scope, { filter, limit: 2, cursor }))
    paged.push(...idsOf(page.rows))
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  expect(paged).toEqual(idsOf(expected))
  const exported: string[] = []
  for await (const rows of eachFinding(database.db, scope, filter)) exported.push(...idsOf(rows))
  expect(exported).toEqual(paged)
  expect(await countFindings(database.db, scope, filter)).toEqual({ total: 7, undecided: 6, decided: 0, closed: 1 })
})
