import full from 'spdx-license-list/full.js'
import { type Identification, identify, type LicenceIndex, licenceIndex } from '#lib/licences/identify.ts'
import { sha256Of } from '#lib/licences/licence-text.ts'
import { fingerprintOf, normaliseWords } from '#lib/licences/normalise.ts'
import { spdxGroup } from '#lib/licences/spdx-index.ts'
import { runCompareBench } from './licences-compare.ts'
import { collectedTexts, generatedTexts, type LabelledText } from './licences-texts.ts'
import { runDebianTool, runRubyTool, type ToolRun } from './licences-tools.ts'

interface Row {
  texts: number
  right: number
  other: number
  falseNames: number
}

function nameOf({ verdict, licenceId, parts }: Identification): string | null {
  return verdict === 'MATCH' || verdict === 'CONTAINS' ? (licenceId ?? parts[0]?.licenceId ?? null) : null
}

/** Accuracy by group: named rightly, named as another licence, and names given to what is no whole licence. */
function accuracy(texts: readonly LabelledText[], named: readonly (string | null)[]): Map<string, Row> {
  const rows = new Map<string, Row>()
  texts.forEach(({ group, licenceId, isWhole }, at) => {
    const row = rows.get(group) ?? { texts: 0, right: 0, other: 0, falseNames: 0 }
    rows.set(group, row)
    const name = named[at] ?? null
    const isRight = name !== null && spdxGroup(name).licenceId === licenceId
    row.texts++
    if (isWhole && isRight) row.right++
    else if (isWhole && name !== null) row.other++
    else if (!isWhole && name === null) row.right++
    else if (!isWhole) row.falseNames++
  })
  return rows
}

function printAccuracy(method: string, rows: ReadonlyMap<string, Row>): void {
  for (const [group, { texts, right, other, falseNames }] of rows) {
    const share = ((right / texts) * 100).toFixed(1)
    console.log(
      `  ${method.padEnd(18)} ${group.padEnd(20)} ${String(texts).padStart(5)} texts  right ${share.padStart(5)} %  named as another ${String(other).padStart(3)}  false names ${String(falseNames).padStart(3)}`,
    )
  }
}

interface Timed {
  found: Identification[]
  wall: number
  cpu: number
}

function timed(texts: readonly string[], index: LicenceIndex): Timed {
  const before = process.cpuUsage()
  const start = performance.now()
  const found = texts.map((text) => identify({ sha256: sha256Of(Buffer.from(text)), text }, index))
  const { user, system } = process.cpuUsage(before)
  return { found, wall: (performance.now() - start) / 1_000, cpu: (user + system) / 1_000_000 }
}

function rate(label: string, texts: readonly string[], { wall, cpu }: Pick<Timed, 'wall' | 'cpu'>): void {
  const kilobytes = texts.reduce((sum, text) => sum + text.length, 0) / texts.length / 1_000
  console.log(
    `  ${label.padEnd(34)} ${String(Math.round(texts.length / wall)).padStart(6)} texts/s, ${Math.round(texts.length / cpu)} a second of processor time (${kilobytes.toFixed(1)} KB a text)`,
  )
}

/** What hashing alone names: bytes, or all normalised words. */
function byHash(texts: readonly LabelledText[], index: LicenceIndex): (string | null)[] {
  return texts.map(({ text }) => {
    const exact = index.bySha256.get(sha256Of(Buffer.from(text)))
    return (exact ?? index.byFingerprint.get(fingerprintOf(normaliseWords(text))))?.licenceId ?? null
  })
}

const MEGABYTE = 1_000_000
const repeated = (piece: string) => piece.repeat(Math.floor(MEGABYTE / piece.length))

function hostileTexts(): [string, string][] {
  let state = 5
  const random = Array.from({ length: 140_000 }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state.toString(36)
  }).join(' ')
  return [
    ['one word repeated', repeated('license ')],
    ['no spaces', 'a'.repeat(MEGABYTE)],
    ['random words', random.slice(0, MEGABYTE)],
    ['10,000 headings', '# A heading of a license agreement\n\n'.repeat(10_000)],
    ['one licence 80 times', `${full['Apache-2.0']?.licenseText ?? ''}\n\n`.repeat(80)],
    [
      'every licence in one file',
      Object.values(full)
        .map((one) => one.licenseText)
        .join('\n\n')
        .slice(0, MEGABYTE),
    ],
  ]
}

function printTool(texts: readonly LabelledText[], name: string, run: ToolRun | null): void {
  if (run === null) {
    console.log(`  ${name.padEnd(18)} not installed`)
    return
  }
  printAccuracy(name, accuracy(texts, run.named))
  console.log(`  ${name.padEnd(18)} ${(texts.length / run.seconds).toFixed(0)} texts/s`)
}

/** How rightly and how fast texts are identified, beside exact hashing and other programs on the same texts. */
export async function run(): Promise<void> {
  const start = performance.now()
  const index = await licenceIndex()
  console.log(`Index of ${index.references.length} texts built in ${Math.round(performance.now() - start)} ms`)
  const texts = [...generatedTexts(), ...collectedTexts()]
  const all = texts.map((one) => one.text)
  timed(all.slice(0, 300), index)

  console.log('\nAccuracy')
  const ours = timed(all, index)
  printAccuracy('Weighbridge', accuracy(texts, ours.found.map(nameOf)))
  const modified = texts.flatMap((one, at) => {
    const found = ours.found[at]
    return found?.verdict === 'MODIFIED' && !one.isWhole ? [found.closest?.licenceId === one.licenceId] : []
  })
  const near = modified.filter(Boolean).length
  console.log(
    `  Weighbridge        closest licence right in ${near} of ${modified.length} MODIFIED (${((near / Math.max(1, modified.length)) * 100).toFixed(1)} %)`,
  )
  printAccuracy('exact hashing', accuracy(texts, byHash(texts, index)))
  printTool(texts, 'licensecheck', runDebianTool(texts))
  printTool(texts, 'licensee', runRubyTool(texts))

  console.log('\nSpeed on one core, after warming up')
  const exact = Object.values(full).map((one) => one.licenseText)
  rate('exact hits, by bytes', exact, timed(exact, index))
  const rewrapped = exact.map((text) => text.replaceAll('\n', '\r\n'))
  rate('exact hits, by words', rewrapped, timed(rewrapped, index))
  rate('all texts above', all, ours)
  for (const [name, text] of hostileTexts()) {
    const { found, wall, cpu } = timed([text], index)
    console.log(
      `  hostile: ${name.padEnd(26)} ${(wall * 1_000).toFixed(0).padStart(5)} ms (${(cpu * 1_000).toFixed(0)} of processor time)  ${found[0]?.verdict}`,
    )
  }

  await runCompareBench()
}
