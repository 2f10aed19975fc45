import { afterAll, beforeAll, expect, test } from 'vitest'
import { inProcessTextJudge } from '#lib/adapters/text-judge/in-process.ts'
import { uploadText } from '#lib/licences/commands/upload-text.ts'
import { sha256Of } from '#lib/licences/licence-text.ts'
import type { LicencesCtx } from '#lib/licences/licences-ctx.ts'
import { listLinkedDocuments } from '#lib/licences/queries/linked-documents.ts'
import { stillClock, worked } from '#tests/support/builders-auth.ts'
import { useDatabase } from '#tests/support/database.ts'
import { type WatchedHub, watchHub } from '#tests/support/watched-hub.ts'

const database = useDatabase()
const clock = stillClock('2026-11-23T09:00:00.000Z')
const POLICY_URL = 'https://models.example/use-policy'
const AGREEMENT = `1. You must adhere to the Acceptable Use Policy (available at ${POLICY_URL}), incorporated by reference.
2. Tell us at https://models.example/bugs.
`

let hub: WatchedHub
const asked: string[] = []
const ctx = (): LicencesCtx => ({
  ...hub.ctx,
  textJudge: inProcessTextJudge(),
  documents: {
    async fetchDocument(url) {
      asked.push(url.href)
      return {
        ok: true,
        bytes: Buffer.from(`Policy of ${clock.now().toISOString()}`),
        finalUrl: url.href,
        mediaType: null,
      }
    },
  },
})

const standing = async () =>
  (await listLinkedDocuments(database.db, sha256Of(Buffer.from(AGREEMENT)), AGREEMENT)).map(({ url, held }) => ({
    url,
    held: held && { by: held.by, at: held.at, place: held.place },
  }))

beforeAll(async () => {
  hub = await watchHub(database, clock)
})
afterAll(() => hub.double.close())

test('a document a licence points to is never fetched by itself, and no copy is held until somebody brings one', async () => {
  hub.double.org.addRepository('Qwen/Linking-1B', { files: { 'model.safetensors': { size: 1 }, LICENSE: AGREEMENT } })
  await hub.look()
  expect(await standing()).toEqual([
    { url: POLICY_URL, held: null },
    { url: 'https://models.example/bugs', held: null },
  ])
  expect(asked).toEqual([])
})

test('the use policy that stands in the same repository is the copy that is held', async () => {
  hub.double.org.commit('Qwen/Linking-1B', { files: { 'USE_POLICY.md': 'Do no harm with it.' } }, 'Policy')
  clock.advance(3_600_000)
  await hub.look()
  expect((await standing())[0]?.held).toMatchObject({ by: 'repository', place: 'USE_POLICY.md' })
})

test('a copy brought by its address is told with its date, the newest first, however the address is written', async () => {
  const bring = (url: string) => uploadText(ctx(), { channel: 'url', url, note: null, allowPrivate: false })
  worked(await bring(`${POLICY_URL}/`))
  clock.advance(86_400_000)
  worked(await bring(POLICY_URL.replace('https:', 'http:')))
  expect((await standing())[0]?.held).toEqual({
    by: 'upload',
    at: clock.now(),
    place: 'http://models.example/use-policy',
  })
  expect(asked).toHaveLength(2)
})
