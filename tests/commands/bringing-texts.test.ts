import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDocumentSource } from '#lib/adapters/documents/document-source.ts'
import { createOutboundGuard } from '#lib/adapters/outbound/guard.ts'
import { inProcessTextJudge } from '#lib/adapters/text-judge/in-process.ts'
import { uploadText } from '#lib/licences/commands/upload-text.ts'
import { MAX_LICENCE_BYTES, sha256Of } from '#lib/licences/licence-text.ts'
import type { LicencesCtx } from '#lib/licences/licences-ctx.ts'
import { findTextBytes } from '#lib/licences/queries/find-texts.ts'
import { findTextRecord } from '#lib/licences/queries/text-record.ts'
import type { TextUpload } from '#lib/licences/text-upload.ts'
import { refused } from '#lib/shared/outcome.ts'
import { aFirstAdministrator, aPerson, authCtx, rulesOf, stillClock, worked } from '#tests/support/builders-auth.ts'
import { useDatabase } from '#tests/support/database.ts'
import { APACHE_LICENCE, RESEARCH_LICENCE } from '#tests/support/hub-double/licence-texts.ts'

const database = useDatabase()
const clock = stillClock('2026-11-23T09:00:00.000Z')
const PAGE = '<!DOCTYPE html><html><body><h1>Use policy</h1><p>You may not use it for harm.</p></body></html>'

let server: Server
let port: number
let administrator: LicencesCtx
let member: LicencesCtx
let viewer: LicencesCtx
const fetcher = createOutboundGuard({
  resolve: async () => [{ address: '127.0.0.1', family: 4 }],
})

beforeAll(async () => {
  server = createServer((request, response) => {
    const { url = '/' } = request
    if (url === '/policy') return response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE)
    if (url === '/licence') return response.setHeader('content-type', 'text/plain').end(RESEARCH_LICENCE)
    if (url === '/moved') return response.writeHead(302, { location: '/licence' }).end()
    if (url === '/loop') return response.writeHead(302, { location: '/loop' }).end()
    if (url === '/away') return response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end()
    if (url === '/huge') return response.end(Buffer.alloc(MAX_LICENCE_BYTES + 1, 'a'))
    if (url === '/empty') return response.end()
    if (url === '/slow') return undefined
    return response.writeHead(404).end('none')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  port = address.port
  const documents = createDocumentSource({ fetcher, deadlineMs: 500 })
  const first = await aFirstAdministrator(authCtx(database, clock))
  const ports = { documents, textJudge: inProcessTextJudge() }
  administrator = { ...first, ...ports }
  member = { ...(await aPerson(first, { role: 'member', name: 'Mia' })).ctx, ...ports }
  viewer = { ...(await aPerson(first, { role: 'viewer' })).ctx, ...ports }
})
afterAll(async () => {
  await fetcher.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const file = (bytes: Uint8Array | string, fileName = 'LICENSE'): TextUpload => ({
  channel: 'file',
  fileName,
  bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
  note: null,
})
const at = (path: string, allowPrivate = true): TextUpload => ({
  channel: 'url',
  url: `http://localhost:${port}${path}`,
  note: null,
  allowPrivate,
})
const paste = (text: string): TextUpload => ({ channel: 'paste', text, note: 'From a mail of the publisher' })

describe('a text that is brought', () => {
  test('is kept byte for byte, with its fingerprint and what it is', async () => {
    const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(APACHE_LICENCE.replaceAll('\n', '\r\n'))])
    const done = worked(await uploadText(member, file(bytes, 'C:\\docs\\LICENSE.txt')))
    expect(done).toMatchObject({ sha256: sha256Of(bytes), isNew: true, verdict: 'MATCH', licenceId: 'Apache-2.0' })
    const held = await findTextBytes(database.db, done.sha256)
    expect(Buffer.from(held?.bytes ?? []).equals(bytes)).toBe(true)
    expect(await database.db.textFingerprint.count({ where: { textSha: done.sha256 } })).toBe(1)
    const upload = await database.db.textUpload.findFirstOrThrow({ where: { textSha: done.sha256 } })
    expect(upload).toMatchObject({ channel: 'file', fileName: 'LICENSE.txt', uploadedByName: 'Mia', at: clock.now() })
  })
  test('is on record in the audit log with who brought it, or not there at all', async () => {
    const done = worked(await uploadText(member, paste('You may use this for tea.')))
    const event = await database.db.auditEvent.findFirstOrThrow({ where: { objectId: done.sha256 } })
    expect(event).toMatchObject({ action: 'licence_text.uploaded', actorName: 'Mia' })
    expect(event.after).toMatchObject({ channel: 'paste', isNew: true, note: 'From a mail of the publisher' })
    const before = await database.db.textUpload.count()
    const broken = { ...member, transaction: () => Promise.reject(new Error('the database is gone')) }
    await expect(uploadText(broken, paste('Another text for tea.'))).rejects.toThrow('gone')
    expect(await database.db.textUpload.count()).toBe(before)
    expect(
      await database.db.auditEvent.count({ where: { objectId: sha256Of(Buffer.from('Another text for tea.')) } }),
    ).toBe(0)
  })
  test('twice is no error, says so, and both times are on record', async () => {
    const first = worked(await uploadText(member, paste('Twice brought.')))
    const second = worked(await uploadText(member, paste('Twice brought.')))
    expect([first.isNew, second.isNew]).toEqual([true, false])
    expect(second.sha256).toBe(first.sha256)
    const { uploads } = await findTextRecord(database.db, first.sha256)
    expect(uploads).toMatchObject([
      { channel: 'paste', uploadedByName: 'Mia', note: 'From a mail of the publisher' },
      { channel: 'paste', uploadedByName: 'Mia' },
    ])
  })
  test('may be UTF-16 or windows-1252, and keeps its bytes', async () => {
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('You may use it.', 'utf16le')])
    expect(worked(await uploadText(member, file(wide))).sha256).toBe(sha256Of(wide))
    const western = Buffer.from('Copyright \xa9 some\xf6ne', 'latin1')
    const done = worked(await uploadText(member, file(western)))
    expect((await findTextBytes(database.db, done.sha256))?.encoding).toBe('windows-1252')
  })
  test('is judged where no other request waits for it, and refused by its field where that took too long', async () => {
    const tooLong = { field: '', rule: 'text.time_limit', message: 'It took too long.', remedy: 'Read it.' }
    const slow = { ...member, textJudge: { ...member.textJudge, identify: async () => refused(tooLong) } }
    const outcome = await uploadText(slow, paste('A text that takes for ever.'))
    expect(outcome).toEqual(refused({ ...tooLong, field: '/text' }))
    expect(await findTextBytes(database.db, sha256Of(Buffer.from('A text that takes for ever.')))).toBeNull()
  })
  test('may be brought by whoever may write, not by whoever only reads', async () => {
    await expect(uploadText(viewer, paste('A text.'))).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('bytes that are no licence text are refused with a rule', () => {
  test.each([
    ['nothing', file(''), ['text.empty']],
    ['only white space', file(' \n\t '), ['text.empty']],
    ['NUL', file('You may\0use it'), ['text.nul']],
    ['control characters', file('\u0001\u0002\u0003abc'), ['text.binary']],
    ['a PDF file', file('%PDF-1.7\n\u0000\u0001'), ['text.binary']],
    ['one byte over the most', file(Buffer.alloc(MAX_LICENCE_BYTES + 1, 'a')), ['text.too-large']],
    ['half a character', paste('You may \ud800 use it'), ['text.not-unicode']],
  ])('%s', async (_, upload, rules) => {
    const before = await database.db.licenceText.count()
    const outcome = await uploadText(member, upload)
    expect(rulesOf(outcome)).toEqual(rules)
    if (!outcome.ok) expect(outcome.refusals.every((one) => one.message !== '' && one.remedy !== '')).toBe(true)
    expect(await database.db.licenceText.count()).toBe(before)
  })
})

describe('a document at an address', () => {
  test('is kept as it was served, with the address asked for and the one it came from', async () => {
    const done = worked(await uploadText(administrator, at('/moved')))
    expect(done).toMatchObject({
      sha256: sha256Of(Buffer.from(RESEARCH_LICENCE)),
      mediaType: 'text/plain',
      finalUrl: `http://localhost:${port}/licence`,
    })
    const upload = await database.db.textUpload.findFirstOrThrow({ where: { channel: 'url' } })
    expect(upload).toMatchObject({ url: `http://localhost:${port}/moved`, finalUrl: done.finalUrl })
  })
  test('that is a page is kept as the page it is', async () => {
    const done = worked(await uploadText(administrator, at('/policy')))
    expect(done).toMatchObject({ sha256: sha256Of(Buffer.from(PAGE)), mediaType: 'text/html', licenceId: null })
    const blob = await database.db.blob.findUniqueOrThrow({ where: { sha256: done.sha256 } })
    expect(blob.mediaType).toBe('text/html')
  })
  test.each([
    ['in a private network', () => at('/licence', false), ['url.private-address']],
    ['of a cloud’s credentials, even by a redirect', () => at('/away'), ['url.private-address']],
    ['that is none', () => ({ ...at('/'), url: 'licence.txt' }), ['url.malformed']],
    ['of a file', () => ({ ...at('/'), url: 'file:///etc/passwd' }), ['url.not-http']],
    ['with a password', () => ({ ...at('/'), url: 'http://me:secret@localhost/' }), ['url.credentials']],
    ['that leads round in circles', () => at('/loop'), ['url.redirects']],
    ['with more than a licence has', () => at('/huge'), ['text.too-large']],
    ['that answers nothing', () => at('/empty'), ['text.empty']],
    ['that does not answer in time', () => at('/slow'), ['url.timeout']],
    ['that is not there', () => at('/nowhere'), ['url.no-document']],
  ])('%s is refused', async (_, upload, rules) => {
    expect(rulesOf(await uploadText(administrator, upload()))).toEqual(rules)
  })
  test('in a private network is an administrator’s to allow, and the log says that one did', async () => {
    expect(rulesOf(await uploadText(member, at('/licence')))).toEqual(['url.private-not-yours'])
    const done = worked(await uploadText(administrator, at('/licence')))
    const event = await database.db.auditEvent.findFirstOrThrow({
      where: { objectId: done.sha256 },
      orderBy: { seq: 'desc' },
    })
    expect(event.after).toMatchObject({ channel: 'url', isPrivateAllowed: true })
  })
})
