import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drainTouched } from '#lib/deployments/commands/judge-touched.ts'
import { bindingPeriods } from '#lib/licences/binding-periods.ts'
import { concludeBinding } from '#lib/licences/commands/conclude-binding.ts'
import { readText, recordText } from '#lib/licences/commands/record-text.ts'
import type { ConcludedBindingInput } from '#lib/licences/concluded-binding.ts'
import { sha256Of } from '#lib/licences/licence-text.ts'
import { rulesOf, stillClock, worked } from '#tests/support/builders-auth.ts'
import { aCompany, aDeployment, type Company } from '#tests/support/builders-deployments.ts'
import { useDatabase } from '#tests/support/database.ts'
import { APACHE_LICENCE, RESEARCH_LICENCE } from '#tests/support/hub-double/licence-texts.ts'

const database = useDatabase()
const clock = stillClock('2026-11-23T09:00:00.000Z')
const APACHE_SHA = sha256Of(Buffer.from(APACHE_LICENCE))
const RESEARCH_SHA = sha256Of(Buffer.from(RESEARCH_LICENCE))

let company: Company
let made = 0

beforeAll(async () => {
  company = await aCompany(database, clock)
  const apache = await readText(Buffer.from(APACHE_LICENCE))
  if (apache === null) throw new Error('Apache-2.0 is no text.')
  await recordText(database.db, apache, clock.now())
})
afterAll(() => company.hub.double.close())

/** A model whose repository shows that text under that card, deployed, with the revision that runs. */
async function aRunningModel(card: Record<string, unknown> | null, files: Record<string, string>) {
  made += 1
  const model = `Qwen/Concluded-${made}B`
  company.hub.double.org.addRepository(model, { card, files: { 'model.safetensors': { size: 1_000 }, ...files } })
  clock.advance(3_600_000)
  await company.hub.look()
  const { deploymentId, verdict } = await aDeployment(company.member, { model })
  const version = await database.db.deploymentVersion.findFirstOrThrow({ where: { deploymentId } })
  return { model, deploymentId, verdict, revisionId: version.revisionId ?? '', pinnedTextSha: version.pinnedTextSha }
}

const says = (revisionId: string, changes: Partial<ConcludedBindingInput> = {}): ConcludedBindingInput => ({
  revisionId,
  textSha: APACHE_SHA,
  licenceId: null,
  reason: 'The publisher wrote so.',
  ...changes,
})

async function judged(deploymentId: string) {
  clock.advance(60_000)
  await drainTouched(company.hub.ctx)
  const { verdict, licenceId, licenceBasis, openFindings } = await database.db.deploymentCurrent.findUniqueOrThrow({
    where: { deploymentId },
  })
  return { verdict, licenceId, licenceBasis, openFindings }
}

describe('a reviewer concludes which text governs a revision', () => {
  test('what the card declares and what the text was identified as stay beside it', async () => {
    const { revisionId } = await aRunningModel({ license: 'apache-2.0' }, { LICENSE: RESEARCH_LICENCE })
    clock.advance(60_000)
    worked(await concludeBinding(company.reviewer, says(revisionId)))
    const rows = await database.db.binding.findMany({ where: { revisionId } })
    expect(
      bindingPeriods(rows).map(({ basis, binding, to }) => [basis, binding.textSha, binding.licenceId, to]),
    ).toEqual([
      ['concluded', APACHE_SHA, 'Apache-2.0', null],
      ['identified', RESEARCH_SHA, null, null],
      ['declared', null, 'Apache-2.0', null],
    ])
    const before = new Date(clock.now().getTime() - 1)
    expect(bindingPeriods(rows, before).map(({ basis }) => basis)).toEqual(['identified', 'declared'])
  })

  test('deployments of it are judged again by the conclusion, and keep the text they pinned', async () => {
    const running = await aRunningModel({ license: 'apache-2.0' }, { LICENSE: RESEARCH_LICENCE })
    expect(running.verdict).not.toBe('allowed')
    worked(await concludeBinding(company.reviewer, says(running.revisionId)))
    expect(await judged(running.deploymentId)).toEqual({
      verdict: 'allowed',
      licenceId: 'Apache-2.0',
      licenceBasis: 'concluded',
      openFindings: 0,
    })
    const versions = await database.db.deploymentVersion.findMany({ where: { deploymentId: running.deploymentId } })
    expect(versions.map((version) => version.pinnedTextSha)).toEqual([RESEARCH_SHA])
  })

  test('a conclusion is not taken for a change upstream', async () => {
    const running = await aRunningModel({ license: 'other' }, { LICENSE: RESEARCH_LICENCE })
    worked(await concludeBinding(company.reviewer, says(running.revisionId)))
    await judged(running.deploymentId)
    const open = await database.db.findingCurrent.findMany({
      where: { deploymentId: running.deploymentId, isOpen: true },
    })
    expect(open.map((finding) => finding.ruleId)).not.toContain('licence-text-changed-upstream')
  })

  test('several licence texts in one revision wait for a person no longer', async () => {
    const running = await aRunningModel(
      { license: 'apache-2.0' },
      { LICENSE: APACHE_LICENCE, 'weights/LICENSE': RESEARCH_LICENCE },
    )
    expect(running.verdict).toBe('needs_review')
    worked(await concludeBinding(company.reviewer, says(running.revisionId)))
    expect((await judged(running.deploymentId)).verdict).toBe('allowed')
  })

  test('a licence that is not what the words are takes no terms from either', async () => {
    const running = await aRunningModel({ license: 'apache-2.0' }, { LICENSE: APACHE_LICENCE })
    expect(running.verdict).toBe('allowed')
    worked(await concludeBinding(company.reviewer, says(running.revisionId, { licenceId: 'MIT' })))
    expect(await judged(running.deploymentId)).toMatchObject({ verdict: 'needs_review', licenceId: 'MIT' })
  })

  test('that nothing governs is never allowed', async () => {
    const running = await aRunningModel({ license: 'apache-2.0' }, { LICENSE: APACHE_LICENCE })
    worked(await concludeBinding(company.reviewer, says(running.revisionId, { textSha: null })))
    expect(await judged(running.deploymentId)).toMatchObject({ licenceId: null, licenceBasis: 'concluded' })
    expect((await judged(running.deploymentId)).verdict).not.toMatch(/^allowed/)
  })

  test('a deployment registered later pins what was concluded', async () => {
    const { model, revisionId } = await aRunningModel({ license: 'apache-2.0' }, { LICENSE: RESEARCH_LICENCE })
    worked(await concludeBinding(company.reviewer, says(revisionId)))
    const { deploymentId, verdict } = await aDeployment(company.member, { model })
    const version = await database.db.deploymentVersion.findFirstOrThrow({ where: { deploymentId } })
    expect([version.pinnedTextSha, verdict]).toEqual([APACHE_SHA, 'allowed'])
  })
})

describe('a conclusion', () => {
  test('is on record with who, when and why', async () => {
    const { model, revisionId } = await aRunningModel(null, { LICENSE: RESEARCH_LICENCE })
    const { id } = worked(await concludeBinding(company.reviewer, says(revisionId)))
    const row = await database.db.binding.findUniqueOrThrow({ where: { id } })
    expect(row).toMatchObject({ recordedByName: 'Rea', reason: 'The publisher wrote so.', recordedAt: clock.now() })
    const event = await database.db.auditEvent.findFirstOrThrow({ where: { objectId: id } })
    expect(event).toMatchObject({ action: 'binding.concluded', actorName: 'Rea' })
    expect(event.modelRef).toContain(model)
  })
  test('said twice is one; said otherwise is another, and the first stays', async () => {
    const { revisionId } = await aRunningModel(null, { LICENSE: RESEARCH_LICENCE })
    worked(await concludeBinding(company.reviewer, says(revisionId)))
    expect(worked(await concludeBinding(company.reviewer, says(revisionId))).isNew).toBe(false)
    clock.advance(1_000)
    expect(worked(await concludeBinding(company.reviewer, says(revisionId, { textSha: RESEARCH_SHA }))).isNew).toBe(
      true,
    )
    expect(await database.db.binding.count({ where: { revisionId, basis: 'concluded' } })).toBe(2)
  })
  test('sent several times at once is one', async () => {
    const { revisionId } = await aRunningModel({ license: 'mit' }, {})
    const sent = await Promise.all([1, 2, 3, 4].map(() => concludeBinding(company.reviewer, says(revisionId))))
    expect(sent.map((one) => worked(one).isNew).filter(Boolean)).toHaveLength(1)
    expect(await database.db.binding.count({ where: { revisionId, basis: 'concluded' } })).toBe(1)
  })

  test('about a text that is not held or a licence nobody knows is refused by field', async () => {
    const { revisionId } = await aRunningModel(null, { LICENSE: RESEARCH_LICENCE })
    const wrong = says(revisionId, { textSha: 'f'.repeat(64), licenceId: 'apache2' })
    expect(rulesOf(await concludeBinding(company.reviewer, wrong))).toEqual(['licence.unknown', 'text.not-held'])
    expect(await database.db.binding.count({ where: { revisionId, basis: 'concluded' } })).toBe(0)
  })
  test('is a reviewer’s, and about a revision on record', async () => {
    const { revisionId } = await aRunningModel(null, { LICENSE: RESEARCH_LICENCE })
    await expect(concludeBinding(company.member, says(revisionId))).rejects.toMatchObject({ code: 'forbidden' })
    const nowhere = says('01890000-0000-7000-8000-000000000000')
    await expect(concludeBinding(company.reviewer, nowhere)).rejects.toMatchObject({ code: 'not-found' })
  })
})
