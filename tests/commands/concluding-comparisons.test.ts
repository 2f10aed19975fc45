import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#lib/ctx.ts'
import { concludeComparison } from '#lib/licences/commands/conclude-comparison.ts'
import { readText, recordText } from '#lib/licences/commands/record-text.ts'
import { listComparisonConclusions } from '#lib/licences/queries/comparison-conclusions.ts'
import { listConclusions } from '#lib/licences/queries/conclusions.ts'
import { aFirstAdministrator, aPerson, authCtx, rulesOf, stillClock, worked } from '#tests/support/builders-auth.ts'
import { useDatabase } from '#tests/support/database.ts'

const database = useDatabase()
const clock = stillClock()
let admin: Ctx
let reviewer: Ctx
const shas: string[] = []

beforeAll(async () => {
  admin = await aFirstAdministrator(authCtx(database, clock))
  reviewer = (await aPerson(admin, { role: 'reviewer', name: 'Rea' })).ctx
  for (const words of ['You may use the model for any purpose.', 'You may use the model for research only.']) {
    const text = await readText(Buffer.from(words))
    if (text === null) throw new Error('This is a text.')
    await admin.transaction((tx) => recordText(tx, text, clock.now()))
    shas.push(text.sha256)
  }
})

const pair = () => ({ from: shas[0] ?? '', to: shas[1] ?? '' })
const recorded = () => database.db.auditEvent.count({ where: { action: 'comparison.concluded' } })

test('a person says what a changed text means, with name, time and reason, and the newest word counts', async () => {
  worked(await concludeComparison(reviewer, { ...pair(), outcome: 'mixed', reason: 'At first sight.' }))
  clock.advance(1_000)
  worked(await concludeComparison(reviewer, { ...pair(), outcome: 'narrowed', reason: 'Commercial use is gone.' }))
  const [newest, older] = await listComparisonConclusions(database.db, pair())
  expect(newest).toMatchObject({
    outcome: 'narrowed',
    reason: 'Commercial use is gone.',
    by: 'Rea',
    recordedAt: clock.now(),
  })
  expect(older).toMatchObject({ outcome: 'mixed' })
  expect(await recorded()).toBe(2)
  const { comparisons } = await listConclusions(database.db, { textShas: [pair().to] })
  expect(comparisons).toHaveLength(2)
})

test('the way back is another comparison', async () => {
  expect(await listComparisonConclusions(database.db, { from: pair().to, to: pair().from })).toEqual([])
})

test('nothing is concluded about one text, about texts that are not held, or by somebody who may not', async () => {
  const before = await recorded()
  const say = { outcome: 'narrowed', reason: 'Because.' } as const
  expect(rulesOf(await concludeComparison(reviewer, { from: pair().from, to: pair().from, ...say }))).toEqual([
    'text.same',
  ])
  await expect(concludeComparison(reviewer, { ...pair(), to: 'f'.repeat(64), ...say })).rejects.toMatchObject({
    code: 'not-found',
  })
  const viewer = (await aPerson(admin, { role: 'viewer' })).ctx
  await expect(concludeComparison(viewer, { ...pair(), ...say })).rejects.toMatchObject({ code: 'forbidden' })
  expect(await recorded()).toBe(before)
  expect(await listComparisonConclusions(database.db, pair())).toHaveLength(2)
})
