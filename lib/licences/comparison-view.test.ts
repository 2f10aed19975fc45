import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { comparisonView, type ViewPiece } from './comparison-view.ts'
import { compareTexts } from './licence-diff.ts'
import { normaliseTokens } from './normalise.ts'

const TEXTS = '../shared/data/licences'
const text = (pieces: readonly ViewPiece[] | null) => (pieces ?? []).map((piece) => piece.text).join('')
const only = (pieces: readonly ViewPiece[] | null, kind: ViewPiece['kind']) =>
  (pieces ?? []).filter((piece) => piece.kind === kind)
const hasWords = (from: string) => normaliseTokens(from).length > 0

/** Nothing of either text is lost or shown twice, in columns and woven; and the other way round is the mirror of it. */
function expectWhole(before: string, after: string): void {
  const comparison = compareTexts(before, after)
  const view = comparisonView(comparison, before, after)
  const inOrder = view.toSorted((a, b) => (a.beforeSpan?.start ?? 0) - (b.beforeSpan?.start ?? 0))
  const [left, right] = [
    inOrder.flatMap((one) => one.before ?? []),
    sortedAfter(view).flatMap((one) => one.after ?? []),
  ]
  expect(text(left) === before || !hasWords(before), 'every character of the earlier text').toBe(true)
  expect(text(right) === after || !hasWords(after), 'every character of the later text').toBe(true)
  for (const { woven, before: was, after: is } of view) {
    if (woven === null) continue
    expect(only(woven, 'removed')).toEqual(only(was, 'removed'))
    expect(only(woven, 'added')).toEqual(only(is, 'added'))
  }
  const mirrored = compareTexts(after, before)
  expect(mirrored.level).toBe(comparison.level)
  expect(mirrored.isComplete).toBe(comparison.isComplete)
  expect(
    pairsOf(mirrored.clauses.map(({ before: b, after: a, ...rest }) => ({ ...rest, before: a, after: b }))),
  ).toEqual(pairsOf(comparison.clauses))
}

type View = ReturnType<typeof comparisonView>
function sortedAfter(view: View): View {
  return view.toSorted((a, b) => (a.afterSpan?.start ?? 0) - (b.afterSpan?.start ?? 0))
}

type Place = { start: number; end: number } | null
function pairsOf(clauses: readonly { before: Place; after: Place; level: string }[]): string[] {
  return clauses
    .map(({ before, after, level }) => `${before?.start}-${before?.end} ${after?.start}-${after?.end} ${level}`)
    .sort()
}

/** A generator of its own, so that a failure can be run again. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

const PIECES = [
  'You may use it',
  'you must not',
  '"Output" means what it gives',
  '(a) tell them',
  '1.',
  '## Grant',
  'constructor',
  'https://a.example/b',
  'Copyright (c) 2026 Heron',
  'le modèle 许可 协议',
  '\u200bhid\u202eden',
  '100 million users',
  '**bold** _text_',
]
const JOINTS = [' ', '. ', '.\n', '\n\n', '; ', ', ', '\r\n', ' — ']

function someText(next: () => number): string {
  const pick = (from: readonly string[]) => from[Math.floor(next() * from.length)] ?? ''
  return Array.from({ length: 5 + Math.floor(next() * 60) }, () => pick(PIECES) + pick(JOINTS)).join('')
}

/** The same text with some pieces dropped, doubled or put elsewhere. */
function edited(original: string, next: () => number): string {
  const parts = original.split(/(?<=[.\n])/)
  return parts
    .flatMap((part) => (next() < 0.1 ? [] : next() < 0.1 ? [part, part] : [part]))
    .sort(() => (next() < 0.05 ? 1 : 0))
    .join('')
    .replace(/you/g, () => (next() < 0.3 ? 'they' : 'you'))
}

describe('no word of either text is lost in the view', () => {
  test.each(Array.from({ length: 40 }, (_, at) => at + 1))('of generated texts, run %i', (seed) => {
    const next = chance(seed * 7_919)
    const before = someText(next)
    expectWhole(before, edited(before, next))
    expectWhole(before, someText(next))
    expectWhole(before, before)
  })
  test('of an empty text, and of texts without a word', () => {
    expectWhole('', 'You may use it.')
    expectWhole('*** ---', '# You may.')
    expectWhole('***', '---')
  })
  test('of texts too long to be listed clause by clause', () => {
    const long = (mark: string) => Array.from({ length: 10_500 }, (_, at) => `Word${mark}${at}. `).join('')
    const [before, after] = [long('a'), long('b')]
    expect(compareTexts(before, after)).toMatchObject({ isComplete: false, level: 'operative' })
    expectWhole(before, after)
  })
})

describe.runIf(existsSync(TEXTS))('nor of real ones', () => {
  const files = existsSync(TEXTS) ? readdirSync(TEXTS).filter((name) => name.endsWith('.txt')) : []
  const read = (name: string) => readFileSync(`${TEXTS}/${name}`, 'utf8')
  test.each(files.map((name, at) => [name, files[(at + 1) % files.length] ?? name]))('%s against %s', (first, second) =>
    expectWhole(read(first), read(second)),
  )
})
