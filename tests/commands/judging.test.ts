import mit from 'spdx-license-list/licenses/MIT.json' with { type: 'json' }
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scopeFor } from '#lib/auth/permissions.ts'
import { changeDeployment, retireDeployment } from '#lib/deployments/commands/change.ts'
import { drainTouched } from '#lib/deployments/commands/judge-touched.ts'
import { findAssessment } from '#lib/deployments/queries/find-assessment.ts'
import { type FindingOnRecord, findFinding } from '#lib/deployments/queries/find-finding.ts'
import { listFindings } from '#lib/deployments/queries/list-findings.ts'
import { concludeBinding } from '#lib/licences/commands/conclude-binding.ts'
import { decideFinding } from '#lib/policy/commands/decide-finding.ts'
import { loadStarterRules } from '#lib/policy/commands/load-rules.ts'
import { countOpenFindings } from '#lib/policy/queries/findings.ts'
import { decideFindingInput } from '#lib/policy/schema.ts'
import { STARTER_RULES } from '#lib/policy/starter-rules.ts'
import { stillClock, worked } from '#tests/support/builders-auth.ts'
import { aCompany, aDeployment, type Company, deploymentInput } from '#tests/support/builders-deployments.ts'
import { useDatabase } from '#tests/support/database.ts'
import { APACHE_LICENCE } from '#tests/support/hub-double/licence-texts.ts'
import { COMMERCIAL_LICENCE } from '#tests/support/watched-hub.ts'

const database = useDatabase()
const clock = stillClock('2026-11-23T09:00:00.000Z')
const MIT_LICENCE = mit.licenseText

let company: Company
let hub: Company['hub']
let made = 0

beforeAll(async () => {
  company = await aCompany(database, clock)
  hub = company.hub
})
afterAll(() => hub.double.close())

/** A model of its own on the hub, looked at, with that card and text. */
async function aModel(card: Record<string, unknown> | null, licence: string | null): Promise<string> {
  made += 1
  const name = `Qwen/Judged-${made}B`
  const files = { 'model.safetensors': { size: 1_000 }, ...(licence === null ? {} : { LICENSE: licence }) }
  hub.double.org.addRepository(name, { card, files })
  await lookAndJudge()
  return name
}

/** An hour later the hub is looked at, and what that touched is judged. */
async function lookAndJudge(): Promise<number> {
  clock.advance(3_600_000)
  await hub.look()
  return (await drainTouched(hub.ctx)).judged
}

async function findingsOf(deploymentId: string, state: 'open' | 'closed' | 'all' = 'open') {
  const scope = scopeFor(company.member.actor, 'finding:read')
  const asked = { filter: { state, deployment: deploymentId }, limit: 50 }
  return worked(await listFindings(database.db, scope, asked)).rows
}

async function rulesOpenFor(deploymentId: string): Promise<string[]> {
  return (await findingsOf(deploymentId)).map((row) => row.ruleId)
}

async function finding(id: string): Promise<FindingOnRecord> {
  const found = await findFinding(database.db, scopeFor(company.member.actor, 'finding:read'), id)
  if (!found) throw new Error('There is no such finding.')
  return found
}

/** The one open finding of that rule. */
async function openFinding(deploymentId: string, ruleId: string): Promise<FindingOnRecord> {
  const rows = (await findingsOf(deploymentId)).filter((row) => row.ruleId === ruleId)
  expect(rows).toHaveLength(1)
  return finding(rows[0]?.id ?? '')
}

const verdictOf = async (deploymentId: string) =>
  (await database.db.deploymentCurrent.findUniqueOrThrow({ where: { deploymentId } })).verdict

const TEXT_CHANGED = 'licence-text-changed-upstream'
const APACHE_CARD = { license: 'apache-2.0' }

describe('a finding appears', () => {
  test('when a deployment is registered whose model has no licence at all, with reason and remedy', async () => {
    const { deploymentId, openFindings } = await aDeployment(company.member, { model: await aModel(null, null) })
    expect(openFindings).toBe(1)
    const found = await openFinding(deploymentId, 'licence-disagrees')
    expect(found).toMatchObject({
      severity: 'high',
      rule: { version: 1 },
      newest: { openedBecause: 'registered', deploymentVersion: 1 },
    })
    expect([found.message, found.reason, found.remedy].every((words) => words !== '')).toBe(true)
  })

  test('when the card says one licence and the text is another', async () => {
    const { deploymentId, verdict } = await aDeployment(company.member, {
      model: await aModel(APACHE_CARD, MIT_LICENCE),
    })
    expect(verdict).toBe('needs_review')
    expect((await openFinding(deploymentId, 'licence-disagrees')).newest.values).toMatchObject({
      'declared.value': 'apache-2.0',
      'identified.licenceId': 'MIT',
    })
  })

  test('when a copy is declared otherwise than the text of the model it was made from, until a person concludes', async () => {
    const base = await aModel({ license: 'mit' }, MIT_LICENCE)
    const copy = { ...APACHE_CARD, base_model: base, base_model_relation: 'quantized' }
    const model = await aModel(copy, APACHE_LICENCE)
    const { deploymentId, verdict } = await aDeployment(company.member, { model })
    expect(verdict).toBe('needs_review')
    expect((await openFinding(deploymentId, 'base-licence-differs')).message).toContain(`made from ${base}`)
    const honest = await aModel({ ...copy, license: 'mit' }, MIT_LICENCE)
    const other = await aDeployment(company.member, { model: honest })
    expect(await rulesOpenFor(other.deploymentId)).toEqual([])
    const { revisionId } = await database.db.deploymentVersion.findFirstOrThrow({ where: { deploymentId } })
    const licence = { textSha: null, licenceId: 'MIT', reason: 'It is a copy.' }
    worked(await concludeBinding(company.reviewer, { revisionId: revisionId ?? '', ...licence }))
    await lookAndJudge()
    expect(await rulesOpenFor(deploymentId)).not.toContain('base-licence-differs')
  })

  test('when the publisher puts another licence text in its place; what was granted stays allowed', async () => {
    const model = await aModel(APACHE_CARD, APACHE_LICENCE)
    const { deploymentId } = await aDeployment(company.member, { model })
    expect(await rulesOpenFor(deploymentId)).toEqual([])
    hub.double.org.commit(model, { files: { LICENSE: COMMERCIAL_LICENCE } }, 'Another licence')
    expect(await lookAndJudge()).toBeGreaterThan(0)
    const found = await openFinding(deploymentId, TEXT_CHANGED)
    expect(found).toMatchObject({ effect: 'notice', newest: { openedBecause: 'upstream', openedAt: clock.now() } })
    expect(await verdictOf(deploymentId)).toBe('allowed')
  })

  test('not when an upstream commit leaves the licence as it was', async () => {
    const model = await aModel(APACHE_CARD, APACHE_LICENCE)
    const { deploymentId } = await aDeployment(company.member, { model })
    hub.double.org.commit(model, { files: { 'notes.txt': 'newer' } }, 'Notes')
    await lookAndJudge()
    expect(await findingsOf(deploymentId, 'all')).toEqual([])
  })
})

describe('a finding goes inactive', () => {
  test('when its cause is gone, keeps its history, and is the same one when the cause comes back', async () => {
    const model = await aModel(APACHE_CARD, APACHE_LICENCE)
    const { deploymentId } = await aDeployment(company.member, { model })
    const publish = (licence: string) => hub.double.org.commit(model, { files: { LICENSE: licence } }, 'Licence')

    publish(COMMERCIAL_LICENCE)
    await lookAndJudge()
    const { id } = await openFinding(deploymentId, TEXT_CHANGED)
    const openedAt = clock.now()

    publish(APACHE_LICENCE)
    await lookAndJudge()
    expect(await rulesOpenFor(deploymentId)).toEqual([])
    expect(await finding(id)).toMatchObject({
      isOpen: false,
      episodes: [{ openedAt, end: { at: clock.now(), because: 'cause-gone' } }],
    })

    publish(COMMERCIAL_LICENCE)
    await lookAndJudge()
    const again = await openFinding(deploymentId, TEXT_CHANGED)
    expect(again.id).toBe(id)
    expect(again.episodes.map((episode) => episode.end?.because ?? 'stands')).toEqual(['stands', 'cause-gone'])
  })

  test('when another cause takes its place, for which another finding stands', async () => {
    const model = await aModel(APACHE_CARD, APACHE_LICENCE)
    const { deploymentId } = await aDeployment(company.member, { model })
    hub.double.org.commit(model, { files: { LICENSE: COMMERCIAL_LICENCE } }, 'Licence')
    await lookAndJudge()
    const first = await openFinding(deploymentId, TEXT_CHANGED)
    hub.double.org.commit(model, { files: { LICENSE: MIT_LICENCE } }, 'Licence')
    await lookAndJudge()
    expect((await openFinding(deploymentId, TEXT_CHANGED)).id).not.toBe(first.id)
    expect((await finding(first.id)).episodes[0]?.end?.because).toBe('cause-replaced')
  })

  test('when the deployment moves to a revision whose card was put right', async () => {
    const model = await aModel(APACHE_CARD, MIT_LICENCE)
    const { deploymentId } = await aDeployment(company.member, { model, name: 'Put right' })
    const { id } = await openFinding(deploymentId, 'licence-disagrees')
    hub.double.org.setCard(model, { license: 'mit' })
    await lookAndJudge()
    // What upstream corrects later does not touch the revision that runs.
    expect(await rulesOpenFor(deploymentId)).toContain('licence-disagrees')
    const input = deploymentInput(company.member, { model, name: 'Put right' })
    worked(await changeDeployment(company.member, deploymentId, input, 1))
    expect(await rulesOpenFor(deploymentId)).toEqual([])
    expect((await finding(id)).episodes[0]).toMatchObject({ deploymentVersion: 1, end: { because: 'cause-gone' } })
    expect(await verdictOf(deploymentId)).toBe('allowed')
  })

  test('when the deployment is retired, and what happens upstream afterwards opens nothing', async () => {
    const model = await aModel(null, null)
    const { deploymentId } = await aDeployment(company.member, { model })
    expect(await rulesOpenFor(deploymentId)).toEqual(['licence-disagrees'])
    await retireDeployment(company.member, deploymentId, 1)
    expect(await rulesOpenFor(deploymentId)).toEqual([])
    hub.double.org.commit(model, { files: { LICENSE: MIT_LICENCE } }, 'A licence')
    await lookAndJudge()
    expect(await findingsOf(deploymentId, 'all')).toMatchObject([{ isOpen: false }])
  })
})

describe('a decision', () => {
  let deploymentId: string
  let model: string
  const undecided = () => countOpenFindings(database.db, scopeFor(company.reviewer.actor, 'finding:read'))

  beforeAll(async () => {
    model = await aModel(APACHE_CARD, APACHE_LICENCE)
    deploymentId = (await aDeployment(company.member, { model })).deploymentId
    hub.double.org.commit(model, { files: { LICENSE: COMMERCIAL_LICENCE } }, 'Licence')
    await lookAndJudge()
  })

  test('of a reviewer leaves the list of what nobody has decided on; the finding and the verdict stay', async () => {
    const { id } = await openFinding(deploymentId, TEXT_CHANGED)
    const before = await undecided()
    await decideFinding(company.reviewer, { findingId: id, comment: 'We keep the pinned copy.' })
    expect(await undecided()).toBe(before - 1)
    expect(await finding(id)).toMatchObject({
      isOpen: true,
      decidedAt: clock.now(),
      decisions: [{ comment: 'We keep the pinned copy.', by: 'Rea', at: clock.now() }],
    })
    const [event] = await database.db.auditEvent.findMany({ where: { objectId: id, action: 'finding.decided' } })
    expect(event).toMatchObject({ actorName: 'Rea' })
  })

  test('does not answer a cause that went and came back: the finding is in the list again, the decision on record', async () => {
    const { id } = await openFinding(deploymentId, TEXT_CHANGED)
    for (const licence of [APACHE_LICENCE, COMMERCIAL_LICENCE]) {
      hub.double.org.commit(model, { files: { LICENSE: licence } }, 'Licence')
      await lookAndJudge()
    }
    expect(await finding(id)).toMatchObject({ isOpen: true, decidedAt: null, decisions: [{ by: 'Rea' }] })
  })

  test('outlives a new wording of the rule', async () => {
    const { id } = await openFinding(deploymentId, TEXT_CHANGED)
    await decideFinding(company.reviewer, { findingId: id, comment: 'Still kept.' })
    const reworded = STARTER_RULES.map((rule) =>
      rule.id === TEXT_CHANGED ? { ...rule, title: 'Another text stands upstream' } : rule,
    )
    await loadStarterRules(hub.ctx, reworded)
    await drainTouched(hub.ctx)
    const found = await finding(id)
    expect(found).toMatchObject({ isOpen: true, title: 'Another text stands upstream', rule: { version: 2 } })
    expect(found.decidedAt).not.toBeNull()
    expect(found.episodes[1]?.end?.because).toBe('rule-changed')
    await loadStarterRules(hub.ctx)
    await drainTouched(hub.ctx)
  })

  test('is not a member’s to take, and may not hide what it says', async () => {
    const { id } = await openFinding(deploymentId, TEXT_CHANGED)
    await expect(decideFinding(company.member, { findingId: id, comment: 'Fine.' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect(decideFindingInput.safeParse({ findingId: id, comment: 'a\u0000b' }).success).toBe(false)
    expect(decideFindingInput.safeParse({ findingId: id, comment: 'safe\u202Eexe' }).success).toBe(false)
    expect(decideFindingInput.safeParse({ findingId: id, comment: 'two\r\nlines\tof text' }).success).toBe(true)
  })
})

describe('judging what was touched', () => {
  const touch = (id: string) => database.db.touched.create({ data: { kind: 'deployment', id, at: clock.now() } })

  test('happens once when two drains run at once, and leaves nothing behind', async () => {
    const { deploymentId } = await aDeployment(company.member)
    await drainTouched(hub.ctx)
    await touch(deploymentId)
    const drained = await Promise.all([drainTouched(hub.ctx), drainTouched(hub.ctx)])
    expect(drained.map((one) => one.judged).toSorted()).toEqual([0, 1])
    expect(await database.db.touched.count()).toBe(0)
  })

  test('that breaks off is taken up by the next', async () => {
    const { deploymentId } = await aDeployment(company.member)
    await drainTouched(hub.ctx)
    await touch(deploymentId)
    const broken = { ...hub.ctx, transaction: () => Promise.reject(new Error('The database is gone.')) }
    await expect(drainTouched(broken)).rejects.toThrow('The database is gone.')
    expect(await drainTouched(hub.ctx)).toEqual({ judged: 1 })
  })

  test('writes no judgement where nothing differs', async () => {
    const { deploymentId } = await aDeployment(company.member)
    await touch(deploymentId)
    await drainTouched(hub.ctx)
    expect(await database.db.assessment.count({ where: { deploymentId } })).toBe(1)
    expect(await findAssessment(database.db, deploymentId)).toMatchObject({ version: 1, verdict: 'allowed' })
  })
})
