import mit from 'spdx-license-list/licenses/MIT.json' with { type: 'json' }
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drainTouched } from '#lib/deployments/commands/judge-touched.ts'
import { findAssessment } from '#lib/deployments/queries/find-assessment.ts'
import { proposeReading } from '#lib/licences/commands/propose-reading.ts'
import { setReadingRule } from '#lib/licences/commands/reading-rule.ts'
import { concludeReading, giveOpinion } from '#lib/licences/commands/readings.ts'
import { listEffectiveReadings, listReadings } from '#lib/licences/queries/readings.ts'
import { findTextContent, listIdentifications } from '#lib/licences/queries/texts.ts'
import { concludeInput } from '#lib/licences/reading-input.ts'
import type { UpstreamCtx } from '#lib/upstream/upstream-ctx.ts'
import { aPerson, rulesOf, stillClock, worked } from '#tests/support/builders-auth.ts'
import { aCompany, aDeployment, type Company, refusalsIn } from '#tests/support/builders-deployments.ts'
import { useDatabase } from '#tests/support/database.ts'
import { COMMERCIAL_LICENCE } from '#tests/support/watched-hub.ts'

const database = useDatabase()
const clock = stillClock('2026-11-23T09:00:00.000Z')

let company: Company
let second: UpstreamCtx
let made = 0

beforeAll(async () => {
  company = await aCompany(database, clock)
  second = company.as((await aPerson(company.hub.ctx, { role: 'reviewer', name: 'Otto' })).actor)
})
afterAll(() => company.hub.double.close())

/** A deployment of a model of its own, whose LICENSE holds that text; with the text's hash. */
async function aDeploymentUnder(licence: string, card: Record<string, unknown>, changes: Record<string, unknown> = {}) {
  made += 1
  const model = `Qwen/Read-${made}B`
  company.hub.double.org.addRepository(model, {
    card,
    files: { 'model.safetensors': { size: 1_000 }, LICENSE: licence },
  })
  clock.advance(3_600_000)
  await company.hub.look()
  await drainTouched(company.hub.ctx)
  const { deploymentId, verdict } = await aDeployment(company.member, { model, ...changes })
  await drainTouched(company.hub.ctx)
  const version = await database.db.deploymentVersion.findFirstOrThrow({ where: { deploymentId } })
  if (version.pinnedTextSha === null) throw new Error('The deployment pins no text.')
  return { deploymentId, verdict, text: version.pinnedTextSha }
}

const underMit = (changes: Record<string, unknown> = {}) =>
  // Each test reads a text of its own: what one concludes must not move the deployments of another.
  aDeploymentUnder(`${mit.licenseText}\n${' '.repeat(made + 1)}\n`, { license: 'mit' }, changes)

const verdictOf = async (deploymentId: string) =>
  (await database.db.deploymentCurrent.findUniqueOrThrow({ where: { deploymentId } })).verdict

const judge = async () => (await drainTouched(company.hub.ctx)).judged

async function effective(text: string, term: string, at: Date | null = null) {
  const identification = (await listIdentifications(database.db, [text])).get(text) ?? null
  const reading = (await listEffectiveReadings(database.db, [{ sha256: text, identification }], at)).get(text)
  const found = reading?.terms.find((one) => one.term === term)
  if (!found) throw new Error(`${term} is no term.`)
  return found
}

const FORBIDDEN = { term: 'commercial_use', value: 'forbidden', section: 'paragraph 1', confidence: 'high' } as const
const REASON = 'Counsel reads the first paragraph so.'

async function needsTwo(isNeeded: boolean): Promise<void> {
  clock.advance(1_000)
  worked(await setReadingRule(company.hub.ctx, { needsSecondPerson: isNeeded, reason: 'Said so in a meeting.' }))
  clock.advance(1_000)
}

describe('a correction of a term', () => {
  test('changes the verdict of every deployment bound by that text, and the machine’s reading stays on record', async () => {
    const { deploymentId, verdict, text } = await underMit()
    expect(verdict).toBe('allowed')
    const { isCounting } = worked(await concludeReading(company.reviewer, { text, terms: [FORBIDDEN], reason: REASON }))
    expect(isCounting).toBe(true)
    expect(await judge()).toBe(1)
    expect(await verdictOf(deploymentId)).toBe('not_allowed')
    expect(await effective(text, 'commercial_use')).toMatchObject({
      basis: 'concluded',
      value: 'forbidden',
      concluded: { by: 'Rea', reason: REASON, at: clock.now() },
      shipped: { value: 'allowed' },
    })
    const before = new Date(clock.now().getTime() - 1)
    expect(await effective(text, 'commercial_use', before)).toMatchObject({ basis: 'shipped', value: 'allowed' })
  })

  test('of a duty alone is judged as well', async () => {
    const { deploymentId, text } = await underMit()
    const term = { term: 'derivative_display', value: 'required', section: 'paragraph 2', confidence: 'high' } as const
    worked(await concludeReading(company.reviewer, { text, terms: [term], reason: REASON }))
    await judge()
    expect(await verdictOf(deploymentId)).toBe('allowed_with_duties')
    const assessment = await findAssessment(database.db, deploymentId)
    expect(assessment?.duties.map((duty) => duty.code)).toEqual(['derivative_display'])
  })

  test('read with low confidence satisfies no rule: it asks for review', async () => {
    const { deploymentId, text } = await underMit()
    const term = { ...FORBIDDEN, value: 'allowed', confidence: 'low' } as const
    worked(await concludeReading(company.reviewer, { text, terms: [term], reason: REASON }))
    await judge()
    expect(await verdictOf(deploymentId)).toBe('needs_review')
  })

  test('leaves the deployments of other texts alone', async () => {
    const other = await underMit()
    const { text } = await underMit()
    worked(await concludeReading(company.reviewer, { text, terms: [FORBIDDEN], reason: REASON }))
    await judge()
    expect(await verdictOf(other.deploymentId)).toBe('allowed')
  })

  test('goes on record with its event, or not at all', async () => {
    const { text } = await underMit()
    const failing: UpstreamCtx = {
      ...company.reviewer,
      enqueue: async () => {
        throw new Error('The queue is away.')
      },
    }
    await expect(concludeReading(failing, { text, terms: [FORBIDDEN], reason: REASON })).rejects.toThrow('away')
    expect((await listReadings(database.db, [text])).size).toBe(0)
    const { id } = worked(await concludeReading(company.reviewer, { text, terms: [FORBIDDEN], reason: REASON }))
    const event = await database.db.auditEvent.findFirstOrThrow({ where: { objectId: text } })
    expect(event).toMatchObject({
      action: 'reading.concluded',
      actorName: 'Rea',
      after: { reading: id, reason: REASON },
    })
    await judge()
  })
})

describe('a text that is no known licence', () => {
  test('is judged by what a person concluded of it, and asks for review where terms are left open', async () => {
    const { deploymentId, verdict, text } = await aDeploymentUnder(COMMERCIAL_LICENCE, { license: 'other' })
    expect(verdict).toBe('needs_review')
    const first = { ...FORBIDDEN, value: 'allowed', section: '2' } as const
    worked(await concludeReading(company.reviewer, { text, terms: [first], reason: REASON }))
    await judge()
    const partly = await findAssessment(database.db, deploymentId)
    expect(partly?.reasons.map((reason) => reason.code)).toEqual(['duty-terms-not-read'])
    const silent = (term: string, value: unknown) => ({ term, value, section: null, confidence: 'high' })
    const terms = [
      ...['business_restriction', 'scale_threshold', 'field_of_use', 'acceptable_use_policy'].map((term) =>
        silent(term, 'none'),
      ),
      silent('use_restriction_passthrough', 'no'),
      silent('derivative_display', 'none'),
      silent('output_training', 'not_addressed'),
      silent('update_duty', 'none'),
      silent('territory', 'worldwide'),
    ]
    worked(await concludeReading(company.reviewer, concludeInput.parse({ text, terms, reason: REASON })))
    await judge()
    expect(await verdictOf(deploymentId)).toBe('allowed')
  })
})

describe('where the rule asks for a second person', () => {
  test('a correction moves the verdict only once somebody else agreed', async () => {
    const { deploymentId, text } = await underMit()
    await needsTwo(true)
    const concluded = worked(await concludeReading(company.reviewer, { text, terms: [FORBIDDEN], reason: REASON }))
    expect(concluded.isCounting).toBe(false)
    await judge()
    expect(await verdictOf(deploymentId)).toBe('allowed')
    expect((await effective(text, 'commercial_use')).waiting).toMatchObject([{ value: 'forbidden', by: 'Rea' }])

    clock.advance(60_000)
    const opinion = { readingId: concluded.id, agrees: true, comment: 'I read it the same way.' }
    expect(rulesOf(await giveOpinion(company.reviewer, opinion))).toEqual(['opinion.own-reading'])
    expect(worked(await giveOpinion(second, opinion)).isCounting).toBe(true)
    expect(rulesOf(await giveOpinion(second, opinion))).toEqual(['opinion.given-already'])
    await judge()
    expect(await verdictOf(deploymentId)).toBe('not_allowed')
    expect(await effective(text, 'commercial_use')).toMatchObject({ concluded: { agreedBy: ['Otto'] } })
    await needsTwo(false)
  })

  test('somebody who disagrees leaves it waiting', async () => {
    const { deploymentId, text } = await underMit()
    await needsTwo(true)
    const { id } = worked(await concludeReading(company.reviewer, { text, terms: [FORBIDDEN], reason: REASON }))
    const no = { readingId: id, agrees: false, comment: 'The paragraph grants it.' }
    expect(worked(await giveOpinion(second, no)).isCounting).toBe(false)
    await judge()
    expect(await verdictOf(deploymentId)).toBe('allowed')
    await needsTwo(false)
  })

  test('a token that speaks for nobody cannot conclude, since two persons have to answer for it', async () => {
    const { text } = await underMit()
    await needsTwo(true)
    const input = { text, terms: [FORBIDDEN], reason: REASON }
    expect(rulesOf(await concludeReading(company.hub.ctx, input))).toEqual(['reading.needs-person'])
    await needsTwo(false)
  })

  test('the rule is an administrator’s to set, and setting it as it stands is refused', async () => {
    const again = { needsSecondPerson: false, reason: 'As before.' }
    expect(rulesOf(await setReadingRule(company.hub.ctx, again))).toEqual(['reading-rule.unchanged'])
    await expect(setReadingRule(company.reviewer, again)).rejects.toThrow('Only these roles')
  })
})

test('of several administrators who set the same rule at once, one does and the others are told that it stands', async () => {
  clock.advance(1_000)
  const say = () => setReadingRule(company.hub.ctx, { needsSecondPerson: true, reason: 'Said so in a meeting.' })
  const outcomes = await Promise.all([say(), say(), say()])
  expect(outcomes.flatMap(rulesOf)).toEqual(['reading-rule.unchanged', 'reading-rule.unchanged'])
  await needsTwo(false)
})

describe('a proposal', () => {
  test('moves nothing, is made once per version of the patterns, and is nobody’s to agree to', async () => {
    const { deploymentId, verdict, text } = await aDeploymentUnder(`${COMMERCIAL_LICENCE}\n `, { license: 'other' })
    const proposal = worked(await proposeReading(company.reviewer, text))
    expect(proposal).toMatchObject({ isNew: true })
    expect(proposal.terms).toBeGreaterThan(3)
    expect(await judge()).toBe(0)
    expect(await verdictOf(deploymentId)).toBe(verdict)
    expect(await effective(text, 'termination')).toMatchObject({ basis: null, value: null })
    const found = (await effective(text, 'redistribution')).proposed
    const content = (await findTextContent(database.db, text)) ?? ''
    expect(content.slice(found?.start ?? 0, found?.end ?? 0)).toBe(found?.sentence)
    expect(worked(await proposeReading(company.reviewer, text))).toMatchObject({ id: proposal.id, isNew: false })
    const opinion = { readingId: proposal.id, agrees: true, comment: 'Fine.' }
    expect(rulesOf(await giveOpinion(second, opinion))).toEqual(['opinion.of-proposal'])
  })
  test('is made once even when two people ask for it at once', async () => {
    const { text } = await aDeploymentUnder(`${COMMERCIAL_LICENCE}\n  `, { license: 'other' })
    const both = await Promise.all([proposeReading(company.reviewer, text), proposeReading(second, text)])
    expect(new Set(both.map((one) => worked(one).id)).size).toBe(1)
  })
})

describe('nothing is concluded', () => {
  test('by a member, or of a text that is not held', async () => {
    const { text } = await underMit()
    const input = { text, terms: [FORBIDDEN], reason: REASON }
    await expect(concludeReading(company.member, input)).rejects.toThrow('Only these roles')
    await expect(concludeReading(company.reviewer, { ...input, text: 'f'.repeat(64) })).rejects.toThrow('not found')
  })
  test('with a strange term, a value it cannot have, a term twice or a place outside the text', async () => {
    const { text } = await underMit()
    const conclude = async (...terms: unknown[]) =>
      refusalsIn(await concludeReading(company.reviewer, concludeInput.parse({ text, terms, reason: REASON })))
    expect(await conclude({ ...FORBIDDEN, term: 'constructor' })).toEqual(['/terms/0/term term.unknown'])
    expect(await conclude({ ...FORBIDDEN, value: 'sure' })).toEqual(['/terms/0/value term.value-not-allowed'])
    expect(await conclude(FORBIDDEN, FORBIDDEN)).toEqual(['/terms/1/term term.twice'])
    expect(await conclude({ ...FORBIDDEN, start: 10, end: 999_999 })).toEqual(['/terms/0/end place.outside-text'])
    expect(await conclude({ ...FORBIDDEN, start: 10 })).toEqual(['/terms/0/end place.incomplete'])
    expect((await listReadings(database.db, [text])).size).toBe(0)
  })
  test('but a section alone gets its place, and a place its words', async () => {
    const { text } = await underMit()
    worked(await concludeReading(company.reviewer, { text, terms: [FORBIDDEN], reason: REASON }))
    const { concluded } = await effective(text, 'commercial_use')
    expect(concluded?.sentence).toMatch(/^Permission is hereby granted/)
    await judge()
  })
})
