import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { diffObservations } from './diff-observations.ts'
import { followLicenceFiles } from './licence-files.ts'
import type { FileSummary, LicenceFile, SeenState } from './repository-state.ts'
import { changeSentence } from './sentences.en.ts'

const file = (path: string, text: string): LicenceFile => ({ path, oid: `oid-${text}`, sha256: text })

const followed = (before: LicenceFile[], after: LicenceFile[]) =>
  followLicenceFiles(before, after)
    .filter(({ how }) => how !== 'kept')
    .map(({ how, from, to }) => `${how} ${from?.path ?? '-'} > ${to?.path ?? '-'}`)

function state(licences: LicenceFile[]): SeenState {
  const files: FileSummary = {
    licences,
    weights: 'w',
    tokenizer: null,
    config: null,
    card: null,
    count: licences.length + 1,
    bytes: 1,
  }
  return {
    access: 'open',
    name: 'Qwen/Model',
    commit: 'c',
    lastModifiedAt: null,
    createdAt: null,
    declaration: { license: null, licenseName: null, licenseLink: null, tags: [] },
    baseModels: [],
    gateTerms: null,
    task: null,
    library: null,
    parameters: null,
    files,
  }
}

const SAME = { agreement: { before: 'not-comparable', after: 'not-comparable' }, isHistoryRewritten: false } as const
const told = (before: LicenceFile[], after: LicenceFile[]) =>
  diffObservations(state(before), state(after), SAME).map((change) =>
    changeSentence({ ...change, model: 'Qwen/Model' }),
  )

describe('licence files are followed by content across paths', () => {
  test('a text that only moved is moved, not replaced, and is no change', () => {
    expect(followed([file('LICENSE', 'a')], [file('docs/LICENSE', 'a')])).toEqual(['moved LICENSE > docs/LICENSE'])
    expect(told([file('LICENSE', 'a')], [file('docs/LICENSE', 'a')])).toEqual([])
  })
  test('another text under its old path came beside it: what stood there was not replaced', () => {
    const after = [file('LICENSE', 'apache'), file('MODEL LICENSE AGREEMENT', 'model')]
    expect(followed([file('LICENSE', 'model')], after)).toEqual([
      'moved LICENSE > MODEL LICENSE AGREEMENT',
      'added - > LICENSE',
    ])
    expect(told([file('LICENSE', 'model')], after)).toEqual([
      'LICENSE of Qwen/Model now holds another text; the one that stood there only moved, to MODEL LICENSE AGREEMENT.',
    ])
  })
  test('two texts that changed places only moved', () => {
    const [before, after] = [
      [file('LICENSE', 'a'), file('LICENSE-MODEL', 'b')],
      [file('LICENSE', 'b'), file('LICENSE-MODEL', 'a')],
    ]
    expect(followed(before, after)).toEqual(['moved LICENSE > LICENSE-MODEL', 'moved LICENSE-MODEL > LICENSE'])
  })
  test('new words under the same path replace what stood there, also where a copy of the old stays elsewhere', () => {
    expect(followed([file('LICENSE', 'a')], [file('LICENSE', 'b')])).toEqual(['replaced LICENSE > LICENSE'])
    const kept = file('weights/LICENSE', 'a')
    expect(followed([file('LICENSE', 'a'), kept], [file('LICENSE', 'b'), kept])).toEqual(['replaced LICENSE > LICENSE'])
  })
  test('a copy more or less of a text that stands elsewhere is told apart from a text that came or went', () => {
    const [one, copy] = [file('LICENSE', 'a'), file('weights/LICENSE', 'a')]
    expect(followed([one], [one, copy])).toEqual(['copied - > weights/LICENSE'])
    expect(followed([one, copy], [one])).toEqual(['uncopied weights/LICENSE > -'])
    expect(told([one], [one, copy])).toEqual([])
  })
  test('a text that went and one of the same kind that came under another name are a replacement', () => {
    expect(followed([file('LICENSE', 'a')], [file('LICENSE.md', 'b')])).toEqual(['replaced LICENSE > LICENSE.md'])
  })
  test('a notice that went is not replaced by a use policy that came', () => {
    expect(followed([file('NOTICE', 'a')], [file('USE_POLICY.md', 'b')])).toEqual([
      'added - > USE_POLICY.md',
      'removed NOTICE > -',
    ])
  })
  test('a file whose bytes could be read in one look only is still the same object', () => {
    const [unread, read] = [
      { path: 'LICENSE', oid: 'o', sha256: null },
      { path: 'COPYING', oid: 'o', sha256: 'a' },
    ]
    expect(followed([unread], [read])).toEqual(['moved LICENSE > COPYING'])
  })
})

const HISTORY = '../shared/data/qwen-upstream-history.json'
const historyShape = z.object({
  licence_commits: z.array(
    z.object({
      repository: z.string(),
      path: z.string(),
      commit: z.string(),
      sha256_before: z.string().nullable(),
      sha256_after: z.string().nullable(),
    }),
  ),
})

describe.runIf(existsSync(HISTORY))('a real history', () => {
  test('LICENSE turned into Apache-2.0 overnight: the model licence had only moved to another file', () => {
    const { licence_commits: commits } = historyShape.parse(JSON.parse(readFileSync(HISTORY, 'utf8')))
    const overnight = commits.filter((one) => one.commit.startsWith('e8e15962d897'))
    const side = (key: 'sha256_before' | 'sha256_after') =>
      overnight.flatMap((one) => {
        const sha256 = one[key]
        return sha256 === null ? [] : [{ path: one.path, oid: sha256, sha256 }]
      })
    expect(followed(side('sha256_before'), side('sha256_after'))).toEqual([
      'moved LICENSE > Tongyi Qianwen LICENSE AGREEMENT',
      'replaced NOTICE > NOTICE',
      'added - > LICENSE',
      'added - > Tongyi Qianwen RESEARCH LICENSE AGREEMENT',
    ])
    expect(told(side('sha256_before'), side('sha256_after'))).toContain(
      'LICENSE of Qwen/Model now holds another text; the one that stood there only moved, to Tongyi Qianwen LICENSE AGREEMENT.',
    )
  })
})
