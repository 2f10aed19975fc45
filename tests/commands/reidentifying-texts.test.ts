import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '#lib/ctx.ts'
import { newId } from '#lib/db/new-id.ts'
import { reidentifyTexts } from '#lib/licences/commands/reidentify-texts.ts'
import { ENGINE_VERSION } from '#lib/licences/identify.ts'
import { sha256Of } from '#lib/licences/licence-text.ts'
import { listIdentifications } from '#lib/licences/queries/texts.ts'
import { authCtx, stillClock } from '#tests/support/builders-auth.ts'
import { useDatabase } from '#tests/support/database.ts'
import { APACHE_LICENCE } from '#tests/support/hub-double/licence-texts.ts'

const database = useDatabase()
const clock = stillClock()
const queued: string[] = []

function ctx(): Ctx {
  return {
    ...authCtx(database, clock),
    enqueue: async (_, job) => {
      queued.push(job.queue)
    },
  }
}

/** A text as an older engine left it: held, and judged by nobody else. */
async function holdAsOlderEngine(text: string): Promise<string> {
  const bytes = Buffer.from(text)
  const sha256 = sha256Of(bytes)
  const at = { recordedAt: clock.now() }
  await database.db.blob.create({ data: { sha256, bytes, size: bytes.length, mediaType: 'text/plain', ...at } })
  await database.db.licenceText.create({ data: { sha256, encoding: 'utf-8', ...at } })
  await database.db.identification.create({
    data: {
      textSha: sha256,
      engineVersion: 'exact-1/normaliser-1',
      verdict: 'UNKNOWN',
      licenceId: null,
      alternatives: [],
      closest: { licenceId: 'Apache-2.0', similarity: 0.98 },
      evidence: { basis: null, textId: null, similarity: 0.98 },
      ...at,
    },
  })
  return sha256
}

/** Apache-2.0 without its appendix, which the older engine could not name; another file for each owner. */
function filled(owner: string): string {
  return `Copyright 2024 ${owner}\n\n${APACHE_LICENCE.replace(/APPENDIX[\s\S]*/, '')}`
}

beforeEach(() => {
  queued.length = 0
})

describe('texts that an older engine judged', () => {
  test('read as they were stored, with nothing where that engine stored nothing', async () => {
    const sha256 = await holdAsOlderEngine(filled('Ann'))
    expect((await listIdentifications(database.db, [sha256])).get(sha256)).toMatchObject({
      verdict: 'UNKNOWN',
      parts: [],
      notes: [],
      differences: { items: [], isTruncated: false },
    })
  })

  test('are judged once by the present one; the earlier word stays on record', async () => {
    const sha256 = await holdAsOlderEngine(filled('Bob'))
    expect(await reidentifyTexts(ctx())).toEqual({ judged: 2, changed: 2 })
    expect(await reidentifyTexts(ctx())).toEqual({ judged: 0, changed: 0 })
    const found = (await listIdentifications(database.db, [sha256])).get(sha256)
    expect(found).toMatchObject({
      verdict: 'MATCH',
      licenceId: 'Apache-2.0',
      basis: 'alignment',
      engineVersion: ENGINE_VERSION,
      parts: [{ licenceId: 'Apache-2.0', start: expect.any(Number) }],
    })
    expect(await database.db.identification.count({ where: { textSha: sha256 } })).toBe(2)
  })

  test('mark the models they stand beside to be judged again when they are now something else', async () => {
    const sha256 = await holdAsOlderEngine(filled('Cy'))
    const modelId = newId()
    const revisionId = newId()
    await database.db.model.create({ data: { id: modelId, kind: 'weights', createdAt: clock.now() } })
    await database.db.revision.create({
      data: {
        id: revisionId,
        modelId,
        kind: 'commit',
        value: 'a'.repeat(40),
        knowledge: 'observed',
        recordedAt: clock.now(),
      },
    })
    await database.db.textSighting.create({
      data: { textSha: sha256, revisionId, path: 'LICENSE', at: clock.now() },
    })
    await reidentifyTexts(ctx())
    expect(await database.db.touched.findMany({ where: { id: modelId } })).toMatchObject([{ kind: 'model' }])
    expect(queued).toEqual(['judge'])
  })

  test('of which one has no words are judged by their hash and not asked for again', async () => {
    const sha256 = await holdAsOlderEngine('***')
    expect(sha256).toBe(sha256Of(Buffer.from('***')))
    expect(await reidentifyTexts(ctx())).toEqual({ judged: 1, changed: 0 })
  })
})
