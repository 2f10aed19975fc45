import { applyPatch } from 'diff'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requestedTexts } from '#app/(app)/licences/compare/_components/requested-texts.ts'
import { GET } from '#app/api/v1/licence-texts/compare/route.ts'
import { createToken } from '#lib/auth/commands/tokens.ts'
import { readEnvironment } from '#lib/environment.ts'
import { textComparison } from '#lib/licences/comparison-schema.ts'
import { sha256Of } from '#lib/licences/licence-text.ts'
import { findTextByPrefix } from '#lib/licences/queries/compared-texts.ts'
import { findModelAt } from '#lib/licences/queries/governing-binding.ts'
import { searchHeldTexts } from '#lib/licences/queries/search-texts.ts'
import { openRuntime } from '#lib/wiring.ts'
import { aFirstAdministrator, authCtx, stillClock } from '#tests/support/builders-auth.ts'
import { useDatabase } from '#tests/support/database.ts'
import { APACHE_LICENCE, RESEARCH_LICENCE } from '#tests/support/hub-double/licence-texts.ts'
import { type LookStand, standForLooks } from '#tests/support/watched-organisation.ts'

const database = useDatabase()
const clock = stillClock('2026-11-15T10:00:00.000Z')
const LATER_LICENCE = RESEARCH_LICENCE.replace('FOR NON-COMMERCIAL PURPOSES ONLY', 'FOR ANY PURPOSE')
const shaOf = (text: string) => sha256Of(Buffer.from(text))
const [RESEARCH, LATER, APACHE] = [RESEARCH_LICENCE, LATER_LICENCE, APACHE_LICENCE].map(shaOf)

let stand: LookStand
let model: string
let undocumented: string
let token: string

beforeAll(async () => {
  stand = await standForLooks(database, clock, APACHE_LICENCE)
  const organisation = await stand.organisation()
  model = organisation.publish('Model', { LICENSE: RESEARCH_LICENCE })
  undocumented = organisation.publish('Undocumented', {}, null)
  organisation.publish('Other')
  await organisation.look()
  clock.advance(3 * 86_400_000)
  stand.double.org.commit(model, { files: { LICENSE: LATER_LICENCE } })
  await organisation.look()
  clock.advance(86_400_000)
  const admin = await aFirstAdministrator(authCtx(database, clock))
  token = (await createToken(admin, { name: 'ci', scope: 'read' })).token
  const runtime = openRuntime(database.url, readEnvironment({}), { poolSize: 2 })
  globalThis.__weighbridge = { ...runtime, clock, ctxFor: (actor) => ({ ...runtime.ctxFor(actor), clock }) }
})
afterAll(async () => {
  await globalThis.__weighbridge?.close()
  globalThis.__weighbridge = undefined
  await stand.double.close()
})

const ask = (query: string, bearer: string | null = token) =>
  GET(
    new Request(`http://weighbridge.example/api/v1/licence-texts/compare?${query}`, {
      headers: { authorization: `Bearer ${bearer ?? 'wb_00000000000000000000000000'}` },
    }),
  )

describe('asked over the API', () => {
  test('two texts are compared at the level that was shown, clause by clause and word by word', async () => {
    const answer = await ask(`from=${RESEARCH}&to=${LATER}`)
    expect(answer.status).toBe(200)
    const comparison = textComparison.parse(await answer.json())
    expect(comparison).toMatchObject({ level: 'operative', isComplete: true, terms: null, to: { sha256: LATER } })
    const changed = comparison.clauses.filter((clause) => clause.kind !== 'same')
    expect(changed).toHaveLength(1)
    const [clause] = changed
    expect(clause?.words?.filter((run) => run.kind !== 'same').map((run) => `${run.kind} ${run.text}`)).toEqual([
      'removed NON-COMMERCIAL PURPOSES ONLY',
      'added ANY PURPOSE',
    ])
    const [word] = clause?.words?.filter((run) => run.kind === 'added') ?? []
    expect(word?.after && LATER_LICENCE.slice(word.after.start, word.after.end)).toBe('ANY PURPOSE')
  })

  test('a text against itself is identical, and no term of a text whose terms were read differs', async () => {
    const comparison = textComparison.parse(await (await ask(`from=${APACHE}&to=${APACHE}`)).json())
    expect(comparison).toMatchObject({ level: 'identical', terms: [], clauses: [], from: { licence: 'Apache-2.0' } })
  })

  test('the patch, applied to the first text, gives the second', async () => {
    const answer = await ask(`from=${RESEARCH}&to=${LATER}&format=patch`)
    expect(applyPatch(RESEARCH_LICENCE, await answer.text())).toBe(LATER_LICENCE)
    const whole = await (await ask(`from=${RESEARCH}&to=${APACHE}&format=patch`)).text()
    expect(applyPatch(RESEARCH_LICENCE, whole)).toBe(APACHE_LICENCE)
  })

  test('the files are documents that run nothing', async () => {
    const html = await ask(`from=${RESEARCH}&to=${LATER}&format=html`)
    expect(html.headers.get('content-security-policy')).toContain('sandbox')
    expect(html.headers.get('content-disposition')).toMatch(/^attachment; filename="licence-texts-.*\.html"$/)
    const page = await html.text()
    expect(page).toContain('<del><span class="heard">[removed: </span>NON-COMMERCIAL')
    expect(page).not.toMatch(/<script|src=|href=/)
    const pdf = await ask(`from=${RESEARCH}&to=${LATER}&format=pdf`)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
  })

  test('a text left out or misspelt is refused by its name, one that is not held is not found', async () => {
    const left = await ask(`from=${RESEARCH}`)
    expect(left.status).toBe(422)
    expect(await left.json()).toMatchObject({ errors: [{ field: '/to', rule: 'required' }] })
    expect((await (await ask(`from=abc&to=${LATER}`)).json()).errors[0].field).toBe('/from')
    expect((await ask(`from=${RESEARCH}&to=${'0'.repeat(64)}`)).status).toBe(404)
  })

  test('nobody reads without a token that is known', async () => {
    expect((await ask(`from=${RESEARCH}&to=${LATER}`, null)).status).toBe(401)
  })
})

describe('which text governed a model', () => {
  const at = (instant: string) => findModelAt(database.db, model, new Date(instant))

  test('is the one bound then, as it was known then', async () => {
    expect(await at('2026-11-16T00:00:00.000Z')).toMatchObject({ binding: { basis: 'identified', textSha: RESEARCH } })
    expect(await at('2026-11-19T00:00:00.000Z')).toMatchObject({ binding: { basis: 'identified', textSha: LATER } })
  })
  test('is not known before the first look, nor where no text was ever published, and it is said which', async () => {
    expect(await at('2026-11-14T00:00:00.000Z')).toMatchObject({ binding: null, missing: 'nothing_known' })
    const other = await findModelAt(database.db, undocumented, clock.now())
    expect(other).toMatchObject({ binding: null, missing: expect.stringMatching(/^(?:nothing_known|no_text)$/) })
    expect(await findModelAt(database.db, 'Nobody/None', clock.now())).toBeNull()
  })
})

describe('an address names what to compare', () => {
  const ctx = () => ({ db: database.db, clock })

  test('by two hashes, whole or shortened, or as the picker writes them', async () => {
    expect(await requestedTexts(ctx(), { from: RESEARCH, to: LATER })).toMatchObject({
      from: RESEARCH,
      to: LATER,
      isAbbreviated: false,
      problems: [],
    })
    const [picked] = await searchHeldTexts(database.db, RESEARCH?.slice(0, 10) ?? '')
    expect(await requestedTexts(ctx(), { from: picked?.value, to: LATER?.slice(0, 12) })).toMatchObject({
      from: RESEARCH,
      to: LATER,
      isAbbreviated: true,
    })
  })
  test('by one model at two instants, where a day is taken to its end', async () => {
    const asked = { model, at: '2026-11-15', and: '2026-11-18' }
    expect(await requestedTexts(ctx(), asked)).toMatchObject({ from: RESEARCH, to: LATER, sides: [{}, {}] })
    expect(await requestedTexts(ctx(), { ...asked, at: '2026-11-14' })).toMatchObject({ from: null, to: LATER })
    expect((await requestedTexts(ctx(), { model, at: 'yesterday' })).problems).toHaveLength(1)
  })
  test('by two models, by id or name', async () => {
    const found = await findModelAt(database.db, model, clock.now())
    const other = model.replace('Model', 'Other')
    expect(await requestedTexts(ctx(), { models: `${found?.model.id},${other}` })).toMatchObject({
      from: LATER,
      to: APACHE,
    })
    expect((await requestedTexts(ctx(), { first: model, second: 'Nobody/None' })).problems).toEqual([
      'No model is called “Nobody/None”.',
    ])
  })
  test('and says so when it names nothing that is held', async () => {
    expect((await requestedTexts(ctx(), { from: RESEARCH, to: 'apache' })).problems).toHaveLength(1)
    expect(await findTextByPrefix(database.db, '%')).toBeNull()
    expect(await requestedTexts(ctx(), {})).toMatchObject({ from: null, to: null, problems: [] })
  })
})

test('held texts are found by licence, place or hash', async () => {
  const values = async (q: string) => (await searchHeldTexts(database.db, q)).map((one) => one.value)
  expect(await values('apache')).toEqual([`Apache License 2.0 (${APACHE?.slice(0, 12)})`])
  expect(await values(model.toLowerCase())).toHaveLength(2)
  expect(await values('nothing like that')).toEqual([])
})
