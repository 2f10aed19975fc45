import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scopeFor } from '#lib/auth/permissions.ts'
import { retireDeployment } from '#lib/deployments/commands/change.ts'
import { dutiesAnswer, dutiesAnswerOf, noticesAnswer, noticesAnswerOf } from '#lib/deployments/duty-answers.ts'
import { findDeploymentDuties, findNotices } from '#lib/deployments/queries/licence-duties.ts'
import { concludeBinding } from '#lib/licences/commands/conclude-binding.ts'
import type { UpstreamCtx } from '#lib/upstream/upstream-ctx.ts'
import { stillClock, worked } from '#tests/support/builders-auth.ts'
import { aCompany, aDeployment, type Company } from '#tests/support/builders-deployments.ts'
import { useDatabase } from '#tests/support/database.ts'
import { APACHE_LICENCE, RESEARCH_LICENCE } from '#tests/support/hub-double/licence-texts.ts'

const database = useDatabase()
const clock = stillClock('2026-11-23T09:00:00.000Z')
const HUB = 'https://hub.example'
const NOTICE = 'Copyright 2024 The makers of the double\n'

let company: Company
let folder: string
let made = 0

beforeAll(async () => {
  company = await aCompany(database, clock)
  folder = await mkdtemp(join(tmpdir(), 'notices-test-'))
})
afterAll(async () => {
  await company.hub.double.close()
  await rm(folder, { recursive: true })
})

async function aRunningModel(files: Record<string, string>, changes: Record<string, unknown> = {}) {
  made += 1
  const model = `Qwen/Owing-${made}B`
  company.hub.double.org.addRepository(model, {
    card: { license: 'apache-2.0' },
    files: { 'model.safetensors': { size: 1_000 }, ...files },
  })
  clock.advance(3_600_000)
  await company.hub.look()
  const { deploymentId } = await aDeployment(company.member, { model, exposure: 'redistributed', ...changes })
  return { model, deploymentId }
}

async function dutiesAs(who: UpstreamCtx, deploymentId: string) {
  const found = await findDeploymentDuties(database.db, scopeFor(who.actor, 'deployment:read'), deploymentId, HUB)
  return found && dutiesAnswer.parse(dutiesAnswerOf(found.facts, found.gap, found.duties))
}

async function noticesAs(who: UpstreamCtx, filter: { deployment?: string; team?: string }) {
  const found = await findNotices(database.db, scopeFor(who.actor, 'deployment:read'), filter, HUB)
  return found && noticesAnswer.parse(noticesAnswerOf(found))
}

interface Run {
  code: number
  out: string
  err: string
}

function notices(...args: string[]): Promise<Run> {
  const env = { ...process.env, DATABASE_URL: database.url }
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['lib/cli/main.ts', 'notices', ...args], { env }, (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    )
  })
}

describe('duties of a deployment', () => {
  test('follow from the pinned text and from what the deployment is for', async () => {
    const { deploymentId } = await aRunningModel({ LICENSE: APACHE_LICENCE })
    const answer = await dutiesAs(company.member, deploymentId)
    expect(answer).toMatchObject({ gap: null, licence: { id: 'Apache-2.0' } })
    expect(answer?.items.map((item) => `${item.kind} ${item.applies}`)).toEqual([
      'licence_copy yes',
      'notice_text yes',
      'statement_of_changes cannot_tell',
    ])
    const inside = await aRunningModel({ LICENSE: APACHE_LICENCE }, { exposure: 'internal', use: 'internal' })
    const none = await dutiesAs(company.member, inside.deploymentId)
    expect(none?.items.map((item) => item.applies)).toEqual(['no', 'no', 'no'])
  })
  test('are not known where the text is not, and the answer says so', async () => {
    const { deploymentId } = await aRunningModel({ LICENSE: RESEARCH_LICENCE })
    expect(await dutiesAs(company.member, deploymentId)).toMatchObject({
      items: [],
      licence: null,
      gap: { code: 'text-not-recognised' },
    })
  })
  test('follow a person’s conclusion', async () => {
    const { deploymentId } = await aRunningModel({ LICENSE: APACHE_LICENCE })
    const { revisionId } = await database.db.deploymentVersion.findFirstOrThrow({ where: { deploymentId } })
    const nothing = { revisionId: revisionId ?? '', textSha: null, licenceId: null, reason: 'It covers the code only.' }
    worked(await concludeBinding(company.reviewer, nothing))
    expect(await dutiesAs(company.member, deploymentId)).toMatchObject({ items: [], gap: { code: 'no-text' } })
  })
  test('are another team’s business for a stranger', async () => {
    const { deploymentId } = await aRunningModel({ LICENSE: APACHE_LICENCE })
    expect(await dutiesAs(company.stranger, deploymentId)).toBeNull()
    expect(await noticesAs(company.stranger, { deployment: deploymentId })).toBeNull()
    expect(await dutiesAs(company.stranger, 'no-id')).toBeNull()
  })
})

describe('the notice file', () => {
  test('holds model, revision, where it is from, the licence whole and the NOTICE of the repository', async () => {
    const { model, deploymentId } = await aRunningModel({ LICENSE: APACHE_LICENCE, NOTICE })
    const answer = await noticesAs(company.member, { deployment: deploymentId })
    const version = await database.db.deploymentVersion.findFirstOrThrow({
      where: { deploymentId },
      include: { revision: true },
    })
    const commit = version.revision?.value ?? ''
    expect(answer?.isComplete).toBe(true)
    expect(answer?.file).toContain(`${model}\nRevision: ${commit}\nSource: ${HUB}/${model}/tree/${commit}\n`)
    expect(answer?.file).toContain(APACHE_LICENCE.trimEnd())
    expect(answer?.file).toContain(NOTICE)
  })
  test('of a team leaves out what is retired and lists what could not be assembled', async () => {
    const gone = await aRunningModel({ LICENSE: APACHE_LICENCE })
    await retireDeployment(company.member, gone.deploymentId, 1)
    const unread = await aRunningModel({ LICENSE: RESEARCH_LICENCE }, { name: 'Not to be assembled' })
    const answer = await noticesAs(company.member, { team: 'search' })
    expect(answer?.isComplete).toBe(false)
    expect(answer?.gaps.map((gap) => [gap.deployment.name, gap.because])).toContainEqual([
      'Not to be assembled',
      'text-not-recognised',
    ])
    expect(answer?.file).not.toContain(gone.model)
    expect(answer?.file).not.toContain(unread.model)
    expect(await noticesAs(company.member, { team: 'ads' })).toBeNull()
    expect(await noticesAs(company.stranger, { team: 'ads' })).toMatchObject({ file: null, gaps: [] })
  })
})

describe('weighbridge notices', () => {
  test('writes the file and ends well when nothing is missing', async () => {
    const { model, deploymentId } = await aRunningModel({ LICENSE: APACHE_LICENCE })
    const out = join(folder, 'NOTICE.txt')
    expect(await notices('--deployment', deploymentId, '--out', out)).toMatchObject({ code: 0, out: '', err: '' })
    expect(await readFile(out, 'utf8')).toContain(model)
    const printed = await notices('--deployment', deploymentId)
    expect(printed.out).toBe(await readFile(out, 'utf8'))
  })
  test('says what is missing and ends with 1', async () => {
    const { deploymentId } = await aRunningModel({ LICENSE: RESEARCH_LICENCE }, { name: 'Unread' })
    const run = await notices('--deployment', deploymentId, '--json')
    expect(run.code).toBe(1)
    expect(run.err).toContain('Not in the file: Unread')
    expect(noticesAnswer.parse(JSON.parse(run.out))).toMatchObject({ isComplete: false, file: null })
  })
  test('refuses a team nobody has, and both filters at once, with 2', async () => {
    expect(await notices('--team', 'nobody')).toMatchObject({ code: 2, out: '' })
    const both = await notices('--team', 'search', '--deployment', 'x', '--json')
    expect(both.code).toBe(2)
    expect(JSON.parse(both.out)).toMatchObject({ errors: [{ rule: 'notices.conflict' }] })
  })
})
