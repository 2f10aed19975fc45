import { readFile } from 'node:fs/promises'
import { diffWords } from 'diff'
import { z } from 'zod'
import { compareTexts } from '#lib/licences/licence-diff.ts'
import { line, median, timesOf } from './measure.ts'

const RUNS = 7
/** After this plain word by word comparison is given up, so that the bench ends; it would take up to half a minute. */
const PATIENCE_MS = 10_000
const AIM_MS = 150
const HOSTILE_AIM_MS = 1_000

const spdx = z.object({ licenseText: z.string() })

async function licenceText(id: string): Promise<string> {
  const path = new URL(`../../node_modules/spdx-license-list/licenses/${id}.json`, import.meta.url)
  return spdx.parse(JSON.parse(await readFile(path, 'utf8'))).licenseText
}

/** Lines broken elsewhere within each paragraph, as an editor does it. */
function reflowed(text: string, width: number): string {
  return text
    .split(/\n{2,}/)
    .map((paragraph) =>
      paragraph
        .replace(/\s+/g, ' ')
        .replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n')
        .trim(),
    )
    .join('\n\n')
}

function hostileText(mark: string): string {
  let text = ''
  for (let at = 0; text.length < 1_000_000; at++) text += `You may not ${mark}${at} it. `
  return text
}

/** Comparison times on three hard pairs beside plain word by word comparison in the same run, and on a hostile pair of 1 MB. */
export async function runCompareBench(): Promise<void> {
  const [gpl2, gpl3, sharealike, mpl, apsl, lgpl] = await Promise.all(
    ['GPL-2.0-only', 'GPL-3.0-only', 'CC-BY-SA-4.0', 'MPL-1.1', 'APSL-2.0', 'LGPL-2.1-only'].map(licenceText),
  )
  const long = `${gpl3}\n\n${sharealike}`.slice(0, 52_000)
  const other = `${mpl}\n\n${apsl}\n\n${lgpl}`.slice(0, 50_000)
  const pairs: [string, string, string][] = [
    ['17 and 35 KB, GPL 2 and 3', gpl2 ?? '', gpl3 ?? ''],
    ['52 KB reflowed', long, reflowed(long, 60)],
    ['two unrelated texts of 50 KB', long.slice(0, 50_000), other],
  ]
  console.log(`Comparing, median of ${RUNS} runs; aim: any pair of up to 60 KB under ${AIM_MS} ms`)
  for (const [name, before, after] of pairs) {
    const ours = median(await timesOf(RUNS, async () => compareTexts(before, after)))
    console.log(line(`${name} (${compareTexts(before, after).level})`, ours))
    const startedAt = performance.now()
    const isWhole = diffWords(before, after, { timeout: PATIENCE_MS }) !== undefined
    const plain = performance.now() - startedAt
    console.log(line(isWhole ? '  plain diffWords' : '  plain diffWords, given up after', plain))
  }
  const [one, two] = [hostileText('a'), hostileText('b')]
  const hostile = median(await timesOf(3, async () => compareTexts(one, two)))
  console.log(`${line('hostile pair of 1 MB', hostile)}; aim: ${HOSTILE_AIM_MS} ms`)
}
