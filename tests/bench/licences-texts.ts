import { existsSync, readFileSync } from 'node:fs'
import full from 'spdx-license-list/full.js'
import { findAlias } from '#lib/licences/aliases.ts'
import { spdxGroup } from '#lib/licences/spdx-index.ts'

/** One text with what it should be: named as a licence, or as none since it is not the whole of one. */
export interface LabelledText {
  group: string
  text: string
  licenceId: string
  isWhole: boolean
}

const SHARED = '../shared/data/licences'
const OWNERS = ['Jane Q. Doe', 'ACME Corporation', 'Universität Zürich', 'The Foo Project Contributors']
const CLAUSES = [
  'The Licensee must display the name of the model in any product with more than 100 million monthly active users.',
  'The Software shall be used for Good, not Evil.',
  'Use for commercial purposes requires a separate written licence from the author.',
  'Redistribution for a fee is not allowed.',
]

/** A repeatable sequence of numbers from 0 to 1: the same texts in every run. */
function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

function eachLine(text: string, change: (line: string) => string): string {
  return text.split('\n').map(change).join('\n')
}

function reflowed(text: string): string {
  const wrap = (paragraph: string) => paragraph.replace(/\s+/g, ' ').replace(/(.{1,72})(?: |$)/g, '$1\n')
  return text
    .split(/\n\s*\n/)
    .map(wrap)
    .join('\n\n')
}

type Change = (text: string, next: () => number) => string

function pick<T>(list: readonly T[], next: () => number): T | undefined {
  return list[Math.floor(next() * list.length)]
}

function filled(text: string, next: () => number): string {
  return text
    .replace(/<year>|\[yyyy\]/g, String(1990 + Math.floor(next() * 36)))
    .replace(/<(?:copyright holders?|owner|name of author)>|\[name of copyright owner\]/g, pick(OWNERS, next) ?? '')
}

const LAYOUTS: readonly Change[] = [
  (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`,
  reflowed,
  (text) => eachLine(text, (line) => `// ${line}`),
  (text) => `/*\n${eachLine(text, (line) => ` * ${line}`)}\n */`,
  (text) => eachLine(text, (line) => `dnl ${line}`),
  (text) => `\`\`\`\n${text}\n\`\`\``,
  (text) => `# ${text.trimStart()}`,
  (text) => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'"),
]
const FILLINGS: readonly Change[] = [
  filled,
  (text, next) => `Copyright (c) 2001-2009 ${pick(OWNERS, next)}\n\n${filled(text, next)}`,
  (text, next) => `SPDX-License-Identifier: see below\n\n${filled(text, next)}`,
  (text, next) => `# Foo\n\nA library that parses dates.\n\n## License\n\n${filled(text, next)}`,
]
const NEAR_MISSES: readonly Change[] = [
  (text) => text.slice(0, text.length * 0.25),
  (text) => text.slice(0, text.length * 0.5),
  (text) => text.slice(0, text.length * 0.75),
  (text) => text.replace(/\bmay\b/, 'may not'),
  (text) => text.replace(/\b(?:shall|may|must) not\b/, 'may'),
  (text) => text.replace(/\bany\b/, 'non-commercial'),
  (text, next) => `${text}\n\n${pick(CLAUSES, next)}\n`,
  (text, next) => `${pick(CLAUSES, next)}\n\n${text}`,
]

/** Texts made from SPDX's: laid out anew, filled in, and spoilt; the same ones in every run. */
export function generatedTexts(): LabelledText[] {
  const next = sequence(11)
  const texts: LabelledText[] = []
  for (const [id, { licenseText }] of Object.entries(full)) {
    const licenceId = spdxGroup(id).licenceId
    if (licenceId !== id || licenseText.split(/\s+/).length < 60) continue
    const groups: [string, readonly Change[], boolean][] = [
      ['laid out anew', LAYOUTS, true],
      ['filled in', FILLINGS, true],
      ['near misses', NEAR_MISSES, false],
    ]
    for (const [group, changes, isWhole] of groups) {
      const text = pick(changes, next)?.(licenseText, next) ?? licenseText
      if (isWhole || text !== licenseText) texts.push({ group, text, licenceId, isWhole })
    }
  }
  return texts
}

/** The collected AI licence texts, as found and with one word changed; none where the collection is not beside the checkout. */
export function collectedTexts(): LabelledText[] {
  if (!existsSync(`${SHARED}/index.json`)) return []
  const { licences }: { licences: { id: string; file: string }[] } = JSON.parse(
    readFileSync(`${SHARED}/index.json`, 'utf8'),
  )
  return licences.flatMap(({ id, file }) => {
    const licenceId = findAlias('text', id)?.licenceId
    if (!licenceId) return []
    const text = readFileSync(`${SHARED}/${file}`, 'utf8')
    const spoilt = text.replace(/\bmay\b/, 'may not')
    return [
      { group: 'AI licences', text, licenceId, isWhole: true },
      ...(spoilt === text ? [] : [{ group: 'AI licences spoilt', text: spoilt, licenceId, isWhole: false }]),
    ]
  })
}
