import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mit from 'spdx-license-list/licenses/MIT.json' with { type: 'json' }
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { identifyCommand } from './licence.ts'

let folder: string
const at = (name: string) => join(folder, name)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'weighbridge-cli-'))
  writeFileSync(at('LICENSE'), mit.licenseText)
  writeFileSync(at('notes.txt'), 'Nothing about licences stands here.')
  writeFileSync(at('picture'), Buffer.from([0x89, 0x50, 0, 0, 1]))
  writeFileSync(at('huge'), Buffer.alloc(1_100_000, 97))
})
afterAll(() => rmSync(folder, { recursive: true }))

// The first look at a text loads the texts of every known licence.
vi.setConfig({ testTimeout: 60_000 })

async function run(files: string[], json = false): Promise<{ code: number; said: string }> {
  const said: string[] = []
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => said.push(String(chunk)) > 0)
  try {
    return { code: await identifyCommand(files.map(at), { json }), said: said.join('') }
  } finally {
    write.mockRestore()
  }
}

test('files are named in words, and the command ends well', async () => {
  const { code, said } = await run(['LICENSE', 'notes.txt'])
  expect(code).toBe(0)
  expect(said).toContain('MIT License (MIT), MATCH: all of its words are those of the licence')
  expect(said).toContain('UNKNOWN: its words are those of no licence that is known')
})

test('as JSON each file has its verdict, in the order given', async () => {
  const { said } = await run(['notes.txt', 'LICENSE'], true)
  expect(JSON.parse(said)).toMatchObject({
    texts: [
      { file: at('notes.txt'), verdict: 'UNKNOWN', licence: null },
      { file: at('LICENSE'), verdict: 'MATCH', licence: 'MIT' },
    ],
  })
})

test('what is no text is refused with the way out and exit code 2; the other files are judged all the same', async () => {
  const { code, said } = await run(['picture', 'huge', 'LICENSE'])
  expect(code).toBe(2)
  expect(said).toMatch(/picture: .*control characters.*Send plain text/)
  expect(said).toMatch(/huge: A text has at most 1,048,576 bytes/)
  expect(said).toContain('MIT License (MIT)')
})

test('a file that cannot be read is told, with exit code 3', async () => {
  const { code, said } = await run(['nowhere', 'LICENSE'], true)
  expect(code).toBe(3)
  expect(JSON.parse(said).texts[0]).toMatchObject({ file: at('nowhere'), error: { message: expect.any(String) } })
})

test('a folder is told as what cannot be read, with its rule and the way out', async () => {
  const { code, said } = await run(['.'], true)
  expect(code).toBe(3)
  const error = { field: '', rule: 'file.unreadable', message: expect.any(String), remedy: expect.any(String) }
  expect(JSON.parse(said).texts).toEqual([{ file: folder, error }])
})

test.runIf(existsSync('/dev/zero'))('a device that never ends is read no further than a licence goes', async () => {
  symlinkSync('/dev/zero', at('endless'))
  const { code, said } = await run(['endless'])
  expect(code).toBe(2)
  expect(said).toMatch(/endless: A text has at most 1,048,576 bytes/)
})

test('a name that would move the cursor of a terminal is shown by the names of its characters, on one line', async () => {
  writeFileSync(at('two\nlines\u001b[2J\u202e'), 'Nothing about licences stands here.')
  const { said } = await run(['two\nlines\u001b[2J\u202e'])
  for (const hidden of ['\u001b', '\u202e']) expect(said).not.toContain(hidden)
  expect(said.trimEnd().split('\n')).toHaveLength(1)
  expect(said).toContain('two lines\u2039U+001B escape\u203a[2J')
})
