/**
 * Writes lib/licences/data/template-slots.json: which words of each SPDX text may be left out or replaced.
 * Usage: node scripts/make-template-slots.ts <folder with SPDX's licence XML files>
 * SPDX's template marks (optional, alt, titleText, copyrightText) become positions among the words that matching reads.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { diffArrays } from 'diff'
import full from 'spdx-license-list/full.js'
import { readForMatching } from '#lib/licences/matching-text.ts'
import { normaliseTokens } from '#lib/licences/normalise.ts'
import { spdxGroup } from '#lib/licences/spdx-index.ts'
import { templatePattern } from './lib/template-pattern.ts'

interface Mark {
  kind: 'optional' | 'title' | 'owner' | 'alt'
  pattern: string
  start: number
  end: number
}

/** Ways to say whose names endorse nothing that SPDX's templates leave out and published copies use. */
const MORE_ENDORSEMENTS =
  'neither the name of (*) nor the names of (*) may|neither the names of (*) nor the names of (*) may|neither the name of (*) nor the name of (*) may|neither the name of (*) nor (*) may|neither (*) nor the names of (*) may|the names of (*) may not|the name (*) may not|neither the name nor the names of (*) may'

const BLOCKS = new Set(['p', 'br', 'item', 'list', 'titleText', 'copyrightText', 'standardLicenseHeader', 'bullet'])
const KINDS = new Map<string, Mark['kind']>([
  ['optional', 'optional'],
  ['titleText', 'title'],
  ['copyrightText', 'owner'],
  ['alt', 'alt'],
])
const ENTITIES = new Map(Object.entries({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }))

function decoded(text: string): string {
  return text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES.get(name) ?? whole
    return String.fromCodePoint(name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)))
  })
}

/** The text of a template with the places of its marks. */
function readTemplate(xml: string): { text: string; marks: Mark[] } {
  const body = /<text>([\s\S]*)<\/text>/.exec(xml)?.[1] ?? ''
  const marks: Mark[] = []
  const open: { name: string; pattern: string; start: number }[] = []
  let text = ''
  for (const [whole, tag = '', attributes = ''] of body.matchAll(/<!--[\s\S]*?-->|<(\/?\w+)([^>]*)>|[^<]+/g)) {
    if (whole.startsWith('<!--')) continue
    if (tag === '') {
      text += decoded(whole).replace(/\s+/g, ' ')
      continue
    }
    const name = tag.replace('/', '')
    if (name === 'p' || name === 'item') text += '\n\n'
    else if (BLOCKS.has(name)) text += '\n'
    const pattern = decoded(/match="([^"]*)"/.exec(attributes)?.[1] ?? '')
    if (!tag.startsWith('/')) open.push({ name, pattern, start: text.length })
    if (!tag.startsWith('/') && !attributes.endsWith('/')) continue
    const last = open.findLastIndex((one) => one.name === name)
    const [opened] = last < 0 ? [] : open.splice(last, 1)
    const kind = KINDS.get(name)
    if (opened && kind) marks.push({ kind, pattern: opened.pattern, start: opened.start, end: text.length })
  }
  return { text, marks }
}

/** For each word of the template, where it stands in the reference; -1 where the reference has it not. */
function placesIn(template: string[], reference: string[]): Int32Array {
  const places = new Int32Array(template.length).fill(-1)
  let [at, other] = [0, 0]
  for (const part of diffArrays(template, reference, { maxEditLength: 4_000 }) ?? []) {
    if (!part.added && !part.removed) for (let n = 0; n < part.count; n++) places[at + n] = other + n
    if (!part.added) at += part.count
    if (!part.removed) other += part.count
  }
  return places
}

type Slot = [from: number, to: number, kind: string, pattern?: string]

function slotsOf(id: string, xml: string, refused: Map<string, string>): Slot[] {
  const { text, marks } = readTemplate(xml)
  const tokens = normaliseTokens(text)
  const reference = readForMatching(full[id]?.licenseText ?? '').tokens.map((token) => token.word)
  const places = placesIn(
    tokens.map((token) => token.word),
    reference,
  )
  const slots = new Map<string, Slot>()
  for (const mark of marks) {
    const first = tokens.findIndex((token) => token.start >= mark.start)
    const begin = first < 0 ? tokens.length : first
    let end = begin
    while ((tokens[end]?.end ?? Number.POSITIVE_INFINITY) <= mark.end) end++
    const before = places.subarray(0, begin).findLast((place) => place >= 0) ?? -1
    const after = places.subarray(end).find((place) => place >= 0) ?? reference.length
    const [from, to] = [before + 1, after]
    if (from > to || to - from > end - begin) continue
    const words = reference.slice(from, to).join(' ')
    if (mark.kind !== 'alt') {
      if (to > from || mark.kind === 'owner' || mark.kind === 'optional') {
        const own = tokens.slice(begin, end).map((token) => token.word)
        // An optional phrase that the reference leaves out may be put in.
        const extra = to === from && mark.kind !== 'owner' ? own.join(' ') : ''
        if (to > from || extra !== '' || mark.kind === 'owner') {
          const slot: Slot = extra === '' ? [from, to, mark.kind] : [from, to, 'alt', extra]
          slots.set(slot.join('|'), slot)
        }
      }
      continue
    }
    let pattern = templatePattern(mark.pattern, words)
    if (pattern?.startsWith('the name of (*) may not|neither')) pattern += `|${MORE_ENDORSEMENTS}`
    if (pattern === null) refused.set(`${id}: ${mark.pattern}`, words)
    else if (pattern !== '') slots.set(`${from}|${to}|${pattern}`, [from, to, 'alt', pattern])
  }
  return [...slots.values()].toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
}

const { positionals } = parseArgs({ allowPositionals: true })
const folder = positionals[0]
if (folder === undefined) {
  console.error("Usage: node scripts/make-template-slots.ts <folder with SPDX's licence XML files>")
  process.exitCode = 2
} else {
  const refused = new Map<string, string>()
  const texts: Record<string, { words: number; slots: Slot[] }> = {}
  for (const id of Object.keys(full)) {
    const file = join(folder, `${id}.xml`)
    if (spdxGroup(id).licenceId !== id || !existsSync(file)) continue
    const slots = slotsOf(id, readFileSync(file, 'utf8'), refused)
    if (slots.length > 0) texts[id] = { words: readForMatching(full[id]?.licenseText ?? '').words.length, slots }
  }
  const rows = Object.entries(texts).map(([id, slots]) => `  ${JSON.stringify(id)}: ${JSON.stringify(slots)}`)
  const head = {
    schema: 'template-slots/1',
    source: "SPDX's licence templates (license-list-XML), placed on the texts of spdx-license-list 6.12.0",
    notes: [
      'words: how many words the text has; a copy with another number has no slots',
      'each slot is [from, to, kind, pattern]: words from (included) to to (excluded) of the text as matching reads it',
      'optional: may be left out; title: the name of the licence, may be left out or said in another way; owner: copyright notices',
      'where copies say whose names endorse nothing in more ways than SPDX lists, these are added',
      'alt: may be replaced by words that fit the pattern; (*) stands for some words, (**) for some or none, (#) for a version, | for alternatives',
    ],
  }
  const file = join(import.meta.dirname, '../lib/licences/data/template-slots.json')
  const json = `${JSON.stringify(head, null, 1).slice(0, -2)},\n "texts": {\n${rows.join(',\n')}\n }\n}\n`
  writeFileSync(file, json)
  console.log(`${rows.length} texts written; patterns that do not fit their own words and are left out:`)
  for (const [pattern, words] of refused) console.log(`  ${pattern.slice(0, 200)} <> ${words.slice(0, 80)}`)
}
