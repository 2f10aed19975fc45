import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type ChangeLevel, compareTexts } from './licence-diff.ts'

const TEXTS = '../shared/data/licences'

const TEXT = `Heron Licence Agreement

Heron Release Date: August 3, 2023

1. Definitions
    a. "Materials" shall mean the Heron-7B models and their documentation.
    b. "We" shall mean Heron Works.
2. Grant. You are granted a royalty-free licence to use the Materials. You may give copies to others.
3. Threshold. Above 100 million monthly active users you must request a licence from us.
4. Marks. The colourful bird stays with its makers. See https://heron.example/terms for the story.
`

const level = (before: string, after: string): ChangeLevel => {
  const forth = compareTexts(before, after).level
  expect(compareTexts(after, before).level).toBe(forth)
  return forth
}
const edit = (from: string | RegExp, to: string) => {
  const changed = TEXT.replace(from, to)
  expect(changed).not.toBe(TEXT)
  return level(TEXT, changed)
}

describe('the level of a change', () => {
  test('a text against itself is identical', () => expect(level(TEXT, TEXT)).toBe('identical'))

  test('sees no change of words when upstream only rewraps lines, renumbers or changes quotes', () => {
    const wrapped = TEXT.replace(/([^\n]{1,30}) /g, '$1\n')
    expect(level(TEXT, wrapped)).toBe('typography')
    expect(edit(/"/g, '”')).toBe('typography')
    expect(edit('4. Marks', '5) **Marks**')).toBe('typography')
    expect(edit(/\n$/, '')).toBe('typography')
    expect(edit('Licence Agreement', 'LICENSE AGREEMENT')).toBe('typography')
  })

  test('calls clauses in another order moved, not removed and added', () => {
    const [head = '', rest = ''] = TEXT.split('3. Threshold')
    const [third = '', fourth = ''] = rest.split('4. Marks')
    const swapped = `${head}3. Marks${fourth}4. Threshold${third}`
    expect(level(TEXT, swapped)).toBe('moved')
    expect(compareTexts(TEXT, swapped).clauses.some((clause) => clause.kind === 'moved')).toBe(true)
  })

  test('calls another title, date or address identity', () => {
    expect(edit('August 3, 2023', 'September 19, 2024')).toBe('identity')
    expect(edit('heron.example/terms', 'other.example/v2')).toBe('identity')
    expect(edit('Heron Licence', 'Egret Licence')).toBe('identity')
  })

  test('calls other words wording', () => expect(edit('colourful', 'little')).toBe('wording'))

  test.each<[string, string | RegExp, string]>([
    ['may becomes may not', 'You may give', 'You may not give'],
    ['a number grows', '100 million', '10 million'],
    ['a figure that looks like a year changes', '100 million', '2000'],
    ['a grant is cut to non-commercial', 'royalty-free licence', 'royalty-free non-commercial licence'],
    ['a clause goes', /3\. Threshold.*\n/, ''],
    ['a clause comes', '4. Marks', '4. Prior consent is needed in Hangzhou.\n5. Marks'],
    ['a definition covers other models', 'Heron-7B', 'Heron-VL'],
    ['the licensor is another', 'Heron Works', 'Egret Works'],
  ])('calls it operative when %s', (_, from, to) => expect(edit(from, to)).toBe('operative'))

  test.each<[string, string, string]>([
    ['Output', '"Output" is what the Materials give.', '"Output" is what the Materials give to anybody.'],
    [
      'a derivative',
      '"Derivative" includes (a) a smaller model, (b) a larger one.',
      '"Derivative" includes (a) a smaller model.',
    ],
    ['non-commercial', 'Non-Commercial means for study.', 'Non-Commercial means for study at home.'],
    ['the covered work', 'These weights (the "Model") are ours.', 'These files (the "Model") are ours.'],
  ])('calls it operative when the definition of %s changes, whatever its words', (_, from, to) =>
    expect(level(`${TEXT}\n5. ${from}\n`, `${TEXT}\n5. ${to}\n`)).toBe('operative'),
  )

  test('a text of another language is never below wording, for the words that only name a text are English', () => {
    const german =
      'Lizenz vom 3. August 2023\n\nDer Nutzer darf die Gewichte nutzen. Siehe https://a.example/eins dazu. Die Weitergabe ist erlaubt.'
    expect(level(german, german.replace('eins', 'zwei'))).toBe('wording')
    expect(['wording', 'operative']).toContain(level(german, german.replace('ist erlaubt', 'ist nicht erlaubt')))
    expect(level(german, german.replace('. Die', '.\nDie'))).toBe('typography')
    const chinese = `${TEXT}\n\n第一条 许可 https://heron.example/a 您可以使用本模型。`
    expect(level(chinese, chinese.replace('example/a', 'example/b'))).toBe('wording')
  })

  test('calls it replaced only when both are known as different licences and have little in common', () => {
    const little = TEXT.replace('colourful', 'little')
    expect(compareTexts(TEXT, little, { beforeId: 'LicenseRef-a', afterId: 'LicenseRef-a-2' }).level).toBe('wording')
    const other = 'Do what you want with it. Nobody answers for what comes of that.'
    expect(compareTexts(TEXT, other, { beforeId: 'LicenseRef-a', afterId: 'MIT' }).level).toBe('replaced')
    expect(compareTexts(other, TEXT, { beforeId: 'MIT', afterId: 'LicenseRef-a' }).level).toBe('replaced')
    expect(compareTexts(TEXT, other, { beforeId: 'LicenseRef-a', afterId: null }).level).toBe('operative')
    expect(compareTexts(TEXT, other, { beforeId: 'MIT', afterId: 'MIT' }).level).toBe('operative')
  })
})

test('a changed clause shows its words in both originals', () => {
  const after = TEXT.replace('You may give', 'You may not give')
  const changed = compareTexts(TEXT, after).clauses.filter((clause) => clause.kind === 'changed')
  expect(changed).toHaveLength(1)
  const [clause] = changed
  if (!clause?.after || !clause.before || !Array.isArray(clause.words)) throw new Error('a changed clause has places')
  expect(TEXT.slice(clause.before.start, clause.before.end)).toBe('You may give copies to others')
  expect(after.slice(clause.after.start, clause.after.end)).toBe('You may not give copies to others')
  expect(clause.words.filter((run) => run.kind === 'added').map((run) => run.words)).toEqual([['not']])
})

describe('texts that were made to be slow', () => {
  const count = 8_000
  const list = (piece: (at: number) => string) => Array.from({ length: count }, (_, at) => piece(at)).join('')
  test.each<[string, string, string]>([
    ['words that have nothing in common', list((at) => `a${at} `), list((at) => `b${at} `)],
    ['headings', list((at) => `# h${at} may\n\n`), list((at) => `# k${at} may\n\n`)],
    ['sentences that are all alike', list((at) => `You may not ${at} it. `), list((at) => `You may not ${at}x it. `)],
    ['one long word', 'a'.repeat(500_000), 'b'.repeat(500_000)],
  ])('%s end with an answer that is never below what is known', (_, before, after) => {
    const { level: shown, clauses, isComplete } = compareTexts(before, after)
    expect(['wording', 'operative']).toContain(shown)
    expect(!isComplete || clauses.every((clause) => clause.words !== null || clause.kind !== 'changed')).toBe(true)
  })
})

/** What a reader of the two texts expects; where a definition names other models, the covered work changed. */
const EXPECTED: Record<string, ChangeLevel> = {
  'tongyi-qianwen-2023-08-03-r1 > tongyi-qianwen-2023-08-03-r2': 'operative', // "defend" added
  'tongyi-qianwen-2023-08-03-r2 > tongyi-qianwen-2023-08-03-r3': 'typography', // final newline
  'tongyi-qianwen-2023-08-03-r3 > tongyi-qianwen-2023-08-03-r4': 'operative', // definition of the models
  'tongyi-qianwen-2023-08-03-r4 > tongyi-qianwen-2023-08-23-qwen-vl': 'operative', // definition of the models
  'tongyi-qianwen-2023-08-03-r4 > tongyi-qianwen-research-2023-11-30': 'operative',
  'tongyi-qianwen-2023-08-03-r4 > qwen-license-2024-09-19': 'operative',
  'tongyi-qianwen-research-2023-11-30 > qwen-research-license-2024-09-19': 'operative',
  'qwen3.8-max-license > qwen-community-license-1.0': 'operative', // revenue floor dropped
  'llama-2-community-license > llama-3-community-license': 'operative',
  'llama-3-community-license > llama-3.1-community-license': 'operative',
  'llama-3.1-community-license > llama-3.2-community-license': 'operative', // definition names other models
  'llama-3.1-acceptable-use-policy > llama-3.2-acceptable-use-policy': 'operative',
  'llama-3.2-community-license > llama-3.3-community-license': 'operative', // definition names other models
  'llama-3.3-community-license > llama-4-community-license': 'operative', // definition names other models
  'gemma-terms-of-use-2024-02-21 > gemma-terms-of-use-2024-04-01': 'operative', // a duty dropped
  'gemma-terms-of-use-2024-04-01 > gemma-terms-of-use-2025-03-24': 'operative', // definition of the models
  'yi-model-license-1.0 > yi-model-license-2.0': 'operative',
  'yi-model-license-2.0 > yi-model-license-2.1a': 'operative',
  'yi-model-license-2.1a > yi-model-license-2.1b': 'operative', // where the agreement is "available at" is added
  'kimi-k2-modified-mit-2025 > kimi-k3-license': 'operative',
  'stability-ai-nc-research-2023-12-06 > stability-ai-community-license-2024-07-05': 'operative',
}

describe.runIf(existsSync(`${TEXTS}/changes.json`))('real changes of licence texts', () => {
  const read = (id: string) => readFileSync(`${TEXTS}/${id}.txt`, 'utf8')
  test.each(Object.entries(EXPECTED))('%s is %s', (pair, expected) => {
    const [from = '', to = ''] = pair.split(' > ')
    expect(level(read(from), read(to))).toBe(expected)
    // Versions of one licence go by ids of their own, and are no other licence for that.
    expect(compareTexts(read(from), read(to), { beforeId: from, afterId: to }).level).toBe(expected)
  })
  test('every recorded pair that has both texts is judged here', () => {
    const { changes } = JSON.parse(readFileSync(`${TEXTS}/changes.json`, 'utf8'))
    const held = changes.filter((one: { to_file: string | null }) => one.to_file !== null)
    expect(held.map((one: { from: string; to: string }) => `${one.from} > ${one.to}`)).toEqual(Object.keys(EXPECTED))
  })
})
