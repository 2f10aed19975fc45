import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { findAlias } from './aliases.ts'
import { identify } from './identify.ts'
import { type LicenceIndex, licenceIndex } from './licence-index.ts'
import { readLicenceText, sha256Of } from './licence-text.ts'

const TEXTS = '../shared/data/licences'
const isHere = existsSync(`${TEXTS}/index.json`)

interface Known {
  id: string
  expected: string | null
  text: string
}

function knownTexts(): Known[] {
  const { licences } = JSON.parse(readFileSync(`${TEXTS}/index.json`, 'utf8'))
  return licences.map(({ id, file }: { id: string; file: string }) => {
    const read = readLicenceText(readFileSync(`${TEXTS}/${file}`))
    if ('refused' in read) throw new Error(file)
    return { id, expected: findAlias('text', id)?.licenceId ?? null, text: read.text }
  })
}

describe.runIf(isHere)('the AI licence texts at hand', () => {
  let index: LicenceIndex
  let known: Known[]
  beforeAll(async () => {
    index = await licenceIndex()
    known = knownTexts()
  }, 60_000)
  const found = (text: string) => identify({ sha256: sha256Of(Buffer.from(text)), text }, index)
  const isNamed = (text: string) => ['MATCH', 'CONTAINS'].includes(found(text).verdict)

  test('each is named as the table says, by its bytes and by its words', () => {
    for (const { id, expected, text } of known) {
      expect([id, found(text).licenceId]).toEqual([id, expected])
      expect([id, identify({ sha256: '', text }, index).licenceId]).toEqual([id, expected])
    }
  })
  test('each is found in a longer file', () => {
    for (const { id, expected, text } of known) {
      expect([id, found(`# A model\n\nIt plays chess.\n\n## License\n\n${text}`).licenceId]).toEqual([id, expected])
    }
  })
  test.each<[string, (text: string) => string]>([
    ['one word more', (text) => text.replace(/\bmay\b/, 'may not')],
    ['one word less', (text) => text.replace(/\bnot \b/, '')],
    ['a clause more', (text) => `${text}\n\nYou must pay us a fee of 100 dollars a year.`],
    ['its last third missing', (text) => text.slice(0, text.length * 0.65)],
  ])('with %s none is named', (_, change) => {
    const changed = known.filter(({ text }) => change(text) !== text)
    expect(changed.filter(({ text }) => isNamed(change(text))).map(({ id }) => id)).toEqual([])
  })
  test('revisions of one agreement are told apart by their exact words only', () => {
    const textIds = known
      .filter(({ id }) => id.startsWith('tongyi-qianwen-2023'))
      .map(({ text }) => found(`Model card\n\n${text}`).textId)
    expect(textIds).not.toContain(null)
    expect(new Set(textIds).size).toBeGreaterThan(3)
  })
})
