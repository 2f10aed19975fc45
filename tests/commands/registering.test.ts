import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scopeFor } from '#lib/auth/permissions.ts'
import { drainTouched } from '#lib/deployments/commands/judge-touched.ts'
import { registerDeployments } from '#lib/deployments/commands/register.ts'
import { findDeployment } from '#lib/deployments/queries/find-deployment.ts'
import { listFindings } from '#lib/deployments/queries/list-findings.ts'
import { stillClock, worked } from '#tests/support/builders-auth.ts'
import {
  aCompany,
  aDeployment,
  type Company,
  deploymentBody,
  deploymentInput,
  OPEN_MODEL,
  refusalsIn,
  send,
} from '#tests/support/builders-deployments.ts'
import { useDatabase } from '#tests/support/database.ts'
import { APACHE_LICENCE } from '#tests/support/hub-double/licence-texts.ts'
import { COMMERCIAL_LICENCE } from '#tests/support/watched-hub.ts'

const database = useDatabase()
const clock = stillClock('2026-11-23T09:00:00.000Z')
const APACHE_SHA = createHash('sha256').update(APACHE_LICENCE).digest('hex')
/** A commit that no hub knows. */
const NOWHERE = 'f'.repeat(40)

let company: Company
let hub: Company['hub']

beforeAll(async () => {
  company = await aCompany(database, clock)
  hub = company.hub
})
afterAll(() => hub.double.close())

/** Everything registering could write. */
async function written(): Promise<number[]> {
  const { db } = database
  return [
    await db.deployment.count(),
    await db.deploymentVersion.count(),
    await db.deploymentCurrent.count(),
    await db.assessment.count(),
    await db.finding.count(),
    await db.touched.count(),
    await db.auditEvent.count(),
    await db.revision.count(),
  ]
}

const newest = async (id: string) => {
  const version = await database.db.deploymentVersion.findFirst({ where: { deploymentId: id }, orderBy: { n: 'desc' } })
  if (!version) throw new Error('There is no version.')
  return version
}

describe('registering', () => {
  test('records who asked, for what, under which revision', async () => {
    const { deploymentId, verdict } = await aDeployment(company.member)
    expect(verdict).toBe('allowed')
    const [event] = await database.db.auditEvent.findMany({ where: { objectId: deploymentId } })
    expect(event).toMatchObject({ action: 'deployment.registered', actorName: 'Mia', actorKind: 'person' })
    expect(event?.modelRef).toMatch(/^Qwen\/Open-1B@[0-9a-f]{40}$/)
    expect(await newest(deploymentId)).toMatchObject({ n: 1, recordedBy: 'Mia', isRetired: false })
  })

  test('saves nothing at all when its last step fails', async () => {
    const before = await written()
    const broken = { ...company.member, enqueue: () => Promise.reject(new Error('The queue is gone.')) }
    await expect(send(broken, deploymentBody())).rejects.toThrow('The queue is gone.')
    expect(await written()).toEqual(before)
  })

  test('pins the text in force, and later commits do not move it', async () => {
    const repository = 'Qwen/Pinned-1B'
    hub.double.org.addRepository(repository, { card: { license: 'apache-2.0' }, files: { LICENSE: APACHE_LICENCE } })
    await hub.look()
    const { deploymentId } = await aDeployment(company.member, { model: repository })
    const pinned = await newest(deploymentId)
    expect(pinned.pinnedTextSha).toBe(APACHE_SHA)

    clock.advance(3_600_000)
    hub.double.org.commit(repository, { files: { LICENSE: COMMERCIAL_LICENCE } }, 'Another licence')
    await hub.look()
    await drainTouched(hub.ctx)
    expect(await newest(deploymentId)).toEqual(pinned)
    const current = await database.db.deploymentCurrent.findUniqueOrThrow({ where: { deploymentId } })
    expect(current).toMatchObject({ licenceId: 'Apache-2.0', verdict: 'allowed', isConfirmed: true })
  })

  test('of a branch pins the commit it points to, whatever it points to later', async () => {
    const { deploymentId } = await aDeployment(company.member)
    const before = await findDeployment(database.db, scopeFor(company.member.actor, 'deployment:read'), deploymentId)
    hub.double.org.commit(OPEN_MODEL, { files: { 'notes.txt': 'later' } }, 'Later')
    await hub.look()
    const after = await findDeployment(database.db, scopeFor(company.member.actor, 'deployment:read'), deploymentId)
    expect(after?.newest.revision).toEqual(before?.newest.revision)
    expect(after?.newest).toMatchObject({ requested: 'main', revision: { kind: 'commit', isConfirmed: true } })
  })

  test('of a model no source lists asks the hub, and adds the model once however many rows name it', async () => {
    hub.double.org.addRepository('Qwen/Unlisted-1B', {
      card: { license: 'apache-2.0' },
      files: { LICENSE: APACHE_LICENCE },
    })
    const row = () => deploymentBody({ model: 'Qwen/Unlisted-1B' })
    worked(await send(company.member, { deployments: [row(), row()] }))
    expect(await database.db.modelName.count({ where: { name: 'Qwen/Unlisted-1B' } })).toBe(1)
  })

  test('names the field of a revision the hub denies, and changes nothing', async () => {
    const before = await written()
    const outcome = await send(company.member, deploymentBody({ revision: { kind: 'commit', value: NOWHERE } }))
    expect(refusalsIn(outcome)).toEqual(['/revision/value revision.unknown'])
    expect(await written()).toEqual(before)
  })

  test('names the field of a model nobody knows', async () => {
    const outcome = await send(company.member, deploymentBody({ model: 'Nobody/Nothing' }))
    expect(refusalsIn(outcome)).toEqual(['/model model.unknown'])
  })

  test('tells a team that does not exist and one of others in the same words, and asks the hub for neither', async () => {
    const asked = hub.double.requests.length
    const refusalOf = async (team: string) => {
      const outcome = await send(company.member, deploymentBody({ team, revision: { kind: 'commit', value: NOWHERE } }))
      return JSON.stringify(outcome).replaceAll(team, 'TEAM')
    }
    expect(await refusalOf('ads')).toBe(await refusalOf('no-such-team'))
    expect(await refusalOf('ads')).toContain('team.unknown')
    expect(hub.double.requests).toHaveLength(asked)
  })

  test('is not for those who only read', async () => {
    await expect(send(company.reviewer, deploymentBody())).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('while the hub is down', () => {
  beforeAll(() => hub.double.fail('down'))
  afterAll(() => hub.double.heal())

  test('a commit is taken on the word of whoever registers, is found not confirmed, and is never allowed', async () => {
    const { deploymentId, verdict } = await aDeployment(company.member, {
      revision: { kind: 'commit', value: NOWHERE },
    })
    expect(verdict).toBe('needs_review')
    const scope = scopeFor(company.member.actor, 'finding:read')
    const { rows } = worked(
      await listFindings(database.db, scope, { filter: { state: 'open', deployment: deploymentId }, limit: 10 }),
    )
    expect(rows.map((row) => row.ruleId)).toEqual(['revision-not-confirmed'])
    expect(await newest(deploymentId)).toMatchObject({ pinnedTextSha: null, pinnedBindingId: null })
  })

  test('a commit that was seen before needs no hub', async () => {
    const known = await database.db.revision.findFirstOrThrow({
      where: {
        knowledge: 'observed',
        sightings: { some: { textSha: APACHE_SHA } },
        model: { current: { name: OPEN_MODEL } },
      },
    })
    const { verdict } = await aDeployment(company.member, { revision: { kind: 'commit', value: known.value } })
    expect(verdict).toBe('allowed')
  })

  test('a branch cannot be resolved, and is refused rather than guessed', async () => {
    expect(refusalsIn(await send(company.member, deploymentBody()))).toEqual(['/revision/value revision.unresolved'])
  })
})

describe('bad input', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['a purpose of one megabyte', { purpose: 'x'.repeat(1_000_000) }, '/purpose purpose.too-long'],
    ['control characters', { purpose: 'a\u0000b' }, '/purpose purpose.control-characters'],
    ['a formula', { name: "=cmd|' /C calc'!A0" }, '/name name.formula'],
    ['a script', { purpose: '<script>alert(1)</script>' }, '/purpose purpose.markup'],
    ['a first day in the past', { startsOn: '2026-11-22' }, '/startsOn startsOn.past'],
    ['negative users', { monthlyActiveUsers: -1 }, '/monthlyActiveUsers monthlyActiveUsers.too-small'],
  ])('%s is refused by field and rule, with a remedy, and nothing changes', async (_, changes, expected) => {
    const before = await written()
    const outcome = await send(company.member, deploymentBody(changes))
    expect(refusalsIn(outcome)).toEqual([expected])
    expect(outcome.ok ? '' : outcome.refusals[0]?.remedy).not.toBe('')
    expect(await written()).toEqual(before)
  })
})

describe('many at once', () => {
  test('are registered all or none, each refusal with its place', async () => {
    const before = await written()
    const bad = deploymentBody({ revision: { kind: 'commit', value: NOWHERE } })
    const outcome = await send(company.member, { deployments: [deploymentBody(), bad, deploymentBody()] })
    expect(refusalsIn(outcome)).toEqual(['/deployments/1/revision/value revision.unknown'])
    expect(await written()).toEqual(before)

    const good = await send(company.member, { deployments: [deploymentBody(), deploymentBody()] })
    expect(worked(good)).toHaveLength(2)
  })

  test('cannot name one deployment twice by giving its team once by slug and once by id', async () => {
    const team = await database.db.team.findUniqueOrThrow({ where: { slug: 'search' } })
    const before = await written()
    const rows = ['search', team.id].map((id) => deploymentInput(company.member, { team: id, name: 'Twice' }))
    const outcome = await registerDeployments(company.member, rows, { isBatch: true })
    expect(refusalsIn(outcome)).toEqual(['/deployments/1/name name.taken'])
    expect(await written()).toEqual(before)
  })
})
