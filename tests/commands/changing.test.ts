import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scopeFor } from '#lib/auth/permissions.ts'
import { changeDeployment, retireDeployment } from '#lib/deployments/commands/change.ts'
import { findDeployment } from '#lib/deployments/queries/find-deployment.ts'
import { listDeployments } from '#lib/deployments/queries/list-deployments.ts'
import { listFindings } from '#lib/deployments/queries/list-findings.ts'
import { deploymentFilter } from '#lib/deployments/schema.ts'
import { Failure } from '#lib/shared/failure.ts'
import { stillClock, worked } from '#tests/support/builders-auth.ts'
import {
  aCompany,
  aDeployment,
  type Company,
  deploymentBody,
  deploymentInput,
  refusalsIn,
  send,
} from '#tests/support/builders-deployments.ts'
import { useDatabase } from '#tests/support/database.ts'

const database = useDatabase()
const clock = stillClock('2026-11-23T09:00:00.000Z')

let company: Company

beforeAll(async () => {
  company = await aCompany(database, clock)
})
afterAll(() => company.hub.double.close())

const newest = async (id: string) => {
  const version = await database.db.deploymentVersion.findFirst({ where: { deploymentId: id }, orderBy: { n: 'desc' } })
  if (!version) throw new Error('There is no version.')
  return version
}

const isConflict = (error: unknown) => error instanceof Failure && error.code === 'conflict'

describe('a name', () => {
  test('belongs to one deployment of a team, also when two ask for it at once', async () => {
    const body = deploymentBody({ name: 'Wanted by two' })
    const outcomes = await Promise.all([send(company.member, body), send(company.member, body)])
    expect(outcomes.map(refusalsIn).toSorted()).toEqual([[], ['/name name.taken']])
  })

  test('of another team may be used too', async () => {
    await aDeployment(company.member, { name: 'Common' })
    await aDeployment(company.stranger, { name: 'Common', team: 'ads' })
  })

  test('cannot be taken by renaming, and stays with whoever carries it now', async () => {
    const first = await aDeployment(company.member, { name: 'First name' })
    await aDeployment(company.member, { name: 'Second name' })
    const rename = (name: string, n: number) =>
      changeDeployment(company.member, first.deploymentId, deploymentInput(company.member, { name }), n)
    expect(refusalsIn(await rename('second NAME', 1))).toEqual(['/name name.taken'])
    worked(await rename('Third name', 1))
    expect(refusalsIn(await send(company.member, deploymentBody({ name: 'Third name' })))).toEqual(['/name name.taken'])
    worked(await rename('First name', 2))
  })
})

describe('an edit', () => {
  test('is a version; the one before stays as it was', async () => {
    const { deploymentId } = await aDeployment(company.member, { name: 'Edited' })
    const first = await newest(deploymentId)
    const input = deploymentInput(company.member, { name: 'Edited', purpose: 'Something else.' })
    expect(worked(await changeDeployment(company.member, deploymentId, input, 1))).toMatchObject({ n: 2 })
    expect(await newest(deploymentId)).toMatchObject({ n: 2, purpose: 'Something else.' })
    const kept = await database.db.deploymentVersion.findUniqueOrThrow({
      where: { deploymentId_n: { deploymentId, n: 1 } },
    })
    expect(kept).toEqual(first)
    const events = await database.db.auditEvent.findMany({ where: { objectId: deploymentId }, orderBy: { seq: 'asc' } })
    expect(events.map((event) => event.action)).toEqual(['deployment.registered', 'deployment.changed'])
  })

  test('that races another is told of the conflict; exactly one of them is saved', async () => {
    const { deploymentId } = await aDeployment(company.member, { name: 'Raced' })
    const edit = (purpose: string) =>
      changeDeployment(company.member, deploymentId, deploymentInput(company.member, { name: 'Raced', purpose }), 1)
    const results = await Promise.allSettled([edit('One.'), edit('Other.')])
    const lost = results.filter((result) => result.status === 'rejected')
    expect(lost).toHaveLength(1)
    expect(isConflict(lost[0]?.reason)).toBe(true)
    expect(await database.db.deploymentVersion.count({ where: { deploymentId } })).toBe(2)
  })

  test('cannot move a deployment to another team, nor touch one that is retired', async () => {
    const { deploymentId } = await aDeployment(company.member, { name: 'Fixed' })
    const ctx = company.hub.ctx
    const moved = await changeDeployment(ctx, deploymentId, deploymentInput(ctx, { team: 'ads' }), 1)
    expect(refusalsIn(moved)).toEqual(['/team team.fixed'])
    await retireDeployment(company.member, deploymentId, 1)
    const late = await changeDeployment(company.member, deploymentId, deploymentInput(company.member), 2)
    expect(refusalsIn(late)).toEqual([' deployment.retired'])
  })
})

describe('retiring', () => {
  test('is a last version, leaves the list, and happens once', async () => {
    const { deploymentId } = await aDeployment(company.member)
    await retireDeployment(company.member, deploymentId, 1)
    await retireDeployment(company.member, deploymentId, 1)
    expect(await newest(deploymentId)).toMatchObject({ n: 2, isRetired: true, recordedBy: 'Mia' })
    const scope = scopeFor(company.member.actor, 'deployment:read')
    const listed = async (retired: 'true' | 'false') => {
      const filter = deploymentFilter.parse({ retired })
      return worked(await listDeployments(database.db, scope, { filter, sort: '-changed', limit: 200 })).rows
    }
    expect((await listed('false')).some((row) => row.id === deploymentId)).toBe(false)
    expect((await listed('true')).some((row) => row.id === deploymentId)).toBe(true)
    const [event] = await database.db.auditEvent.findMany({
      where: { objectId: deploymentId, action: 'deployment.retired' },
    })
    expect(event?.modelRef).toMatch(/^Qwen\/Open-1B@[0-9a-f]{40}$/)
  })

  test('of a version that is no longer the newest is a conflict', async () => {
    const { deploymentId } = await aDeployment(company.member, { name: 'Moved on' })
    const input = deploymentInput(company.member, { name: 'Moved on', purpose: 'Newer.' })
    worked(await changeDeployment(company.member, deploymentId, input, 1))
    await expect(retireDeployment(company.member, deploymentId, 1)).rejects.toSatisfy(isConflict)
  })
})

describe('a member of another team', () => {
  test('cannot tell that the deployment exists', async () => {
    const { deploymentId } = await aDeployment(company.member, { model: 'Qwen/Qwen2.5-3B' })
    const { stranger } = company
    expect(await findDeployment(database.db, scopeFor(stranger.actor, 'deployment:read'), deploymentId)).toBeNull()
    const filter = { state: 'all' as const, deployment: deploymentId }
    const findings = await listFindings(database.db, scopeFor(stranger.actor, 'finding:read'), { filter, limit: 10 })
    expect(worked(findings).rows).toEqual([])
    const never = '01a21256-e276-79b5-8610-874deb1687c8'
    const input = deploymentInput(stranger, { team: 'ads' })
    const tried = async (id: string) => {
      const change = await changeDeployment(stranger, id, input, 1).catch((error: unknown) => error)
      const retire = await retireDeployment(stranger, id, 1).catch((error: unknown) => error)
      return [String(change), String(retire)]
    }
    expect(await tried(deploymentId)).toEqual(await tried(never))
    expect(await newest(deploymentId)).toMatchObject({ n: 1 })
  })
})
