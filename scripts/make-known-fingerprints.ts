/**
 * Writes lib/licences/data/known-fingerprints.json and spdx-text-groups.json.
 * Usage: node scripts/make-known-fingerprints.ts <folder with index.json and the texts it names>
 * The texts themselves stay where they are: only hashes and facts about them are written.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import full from 'spdx-license-list/full.js'
import { z } from 'zod'
import aliases from '#lib/licences/data/licence-aliases.json' with { type: 'json' }
import terms from '#lib/licences/data/licence-terms.json' with { type: 'json' }
import { readLicenceText } from '#lib/licences/licence-text.ts'
import { readForMatching } from '#lib/licences/matching-text.ts'
import { fingerprintOf, NORMALISER_VERSION, normaliseWords } from '#lib/licences/normalise.ts'
import { bodyWords } from '#lib/licences/title.ts'
import { encodeHashes } from '#lib/licences/word-pairs.ts'

const Index = z.object({
  licences: z.array(
    z.object({
      id: z.string(),
      file: z.string(),
      sha256: z.string(),
      title: z.string(),
      byte_exact: z.union([z.boolean(), z.string()]),
      source: z.object({ repository: z.string(), path: z.string(), commit: z.string().nullable() }),
    }),
  ),
})

const DATA = join(import.meta.dirname, '../lib/licences/data')
const licenceIdOfText = new Map<string, string>(Object.entries(aliases.text))
const DEPRECATED = /^(?:A?GPL|LGPL|GFDL)-\d\.\d\+?$|^(?:Nunit|StandardML-NJ)$/

function termsHashes(licenceId: string): string[] {
  return terms.licences.flatMap((row) => ('sha256' in row && row.id === licenceId && row.sha256 ? [row.sha256] : []))
}

function roleOf(licenceId: string): 'licence' | 'use-policy' {
  return licenceId.includes('use-policy') ? 'use-policy' : 'licence'
}

function knownTexts(folder: string): object[] {
  const index = Index.parse(JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')))
  const seenHashes = new Set(index.licences.map((entry) => entry.sha256))
  return index.licences.flatMap((entry) => {
    const licenceId = licenceIdOfText.get(entry.id)
    if (licenceId === undefined) return []
    const read = readLicenceText(readFileSync(join(folder, entry.file)))
    if ('refused' in read || read.sha256 !== entry.sha256) throw new Error(`${entry.file} is not the text of its hash`)
    const words = normaliseWords(read.text)
    const body = bodyWords(read.text, words)
    // The hash a terms row was read from belongs to its licence even when our copy has other bytes; it is named once.
    const further = termsHashes(licenceId).filter((hash) => !seenHashes.has(hash))
    for (const hash of further) seenHashes.add(hash)
    return [
      {
        textId: entry.id,
        licenceId,
        name: entry.title,
        role: roleOf(licenceId),
        sha256s: [entry.sha256, ...further],
        bytes: entry.byte_exact === true ? 'published' : entry.byte_exact === false ? 'wording-only' : 'copy',
        fingerprint: fingerprintOf(words),
        bodyFingerprint: body === null ? null : fingerprintOf(body),
        words: encodeHashes(readForMatching(read.text).words),
        source: { repository: entry.source.repository, path: entry.source.path, commit: entry.source.commit },
      },
    ]
  })
}

/** -only before -or-later, the plain name before a special case, what SPDX calls deprecated last. */
function rank(id: string): string {
  const isPlainOnly = id.endsWith('-only') && !id.includes('invariants')
  return `${DEPRECATED.test(id) ? 1 : 0}${isPlainOnly ? 0 : 1}${String(id.length).padStart(3, '0')}${id}`
}

function spdxGroups(): string[][] {
  const groups = new Map<string, string[]>()
  for (const [id, licence] of Object.entries(full)) {
    const fingerprint = fingerprintOf(normaliseWords(licence.licenseText))
    groups.set(fingerprint, [...(groups.get(fingerprint) ?? []), id])
  }
  // SPDX replaced `X+` by `X-or-later`: where its old copy is laid out in another way, it is still the same licence.
  for (const ids of groups.values()) {
    for (const id of ids.filter((one) => one.endsWith('-or-later'))) {
      const old = id.replace(/-or-later$/, '+')
      if (old in full && !ids.includes(old)) ids.push(old)
    }
  }
  const several = [...groups.values()].filter((ids) => ids.length > 1)
  return several
    .map((ids) => ids.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1)))
    .toSorted((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
}

function write(file: string, content: object): void {
  writeFileSync(join(DATA, file), `${JSON.stringify(content, null, 1)}\n`)
}

const { positionals } = parseArgs({ allowPositionals: true })
const folder = positionals[0]
if (folder === undefined) {
  console.error('Usage: node scripts/make-known-fingerprints.ts <folder with index.json and the texts it names>')
  process.exitCode = 2
} else {
  const texts = knownTexts(folder)
  write('known-fingerprints.json', { schema: 'known-fingerprints/2', normaliserVersion: NORMALISER_VERSION, texts })
  const groups = spdxGroups()
  write('spdx-text-groups.json', {
    schema: 'spdx-text-groups/1',
    source: 'spdx-license-list 6.12.0',
    normaliserVersion: NORMALISER_VERSION,
    groups,
  })
  console.log(`${texts.length} texts and ${groups.length} groups written`)
}
