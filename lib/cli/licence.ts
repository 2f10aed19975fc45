import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { withHiddenNamed } from '#lib/licences/hidden-characters.ts'
import type { Identification } from '#lib/licences/identification.ts'
import { identifiedText } from '#lib/licences/identified-text.ts'
import { identify, licenceIndex } from '#lib/licences/identify.ts'
import { licenceName } from '#lib/licences/licence.ts'
import { MAX_LICENCE_BYTES, readLicenceText } from '#lib/licences/licence-text.ts'
import { textRefusal } from '#lib/licences/text-refusal.ts'
import { textTitle } from '#lib/licences/text-title.ts'
import type { Refusal } from '#lib/shared/outcome.ts'
import { EXIT, print } from './output.ts'

type Judged = { file: string; sha256: string; found: Identification }
type Answer = Judged | { file: string; refusal: Refusal } | { file: string; failure: Refusal }

/** `weighbridge licence identify`: says what files are as licence texts, without a server or a database. */
export async function identifyCommand(files: readonly string[], options: { json: boolean }): Promise<number> {
  const answers: Answer[] = []
  for (const file of files) answers.push(await answerFor(file))
  print(options.json, { texts: answers.map(asJson) }, answers.flatMap(asLines).map(forTerminal))
  if (answers.some((answer) => 'failure' in answer)) return EXIT.failed
  return answers.some((answer) => 'refusal' in answer) ? EXIT.usage : EXIT.fine
}

async function answerFor(file: string): Promise<Answer> {
  let bytes: Uint8Array | null
  try {
    bytes = await (file === '-' ? bytesOf(process.stdin) : bytesOfFile(file))
  } catch (error) {
    return { file, failure: unreadable(error) }
  }
  if (bytes === null) return { file, refusal: textRefusal('too-large', '') }
  const text = readLicenceText(bytes)
  if ('refused' in text) return { file, refusal: textRefusal(text.refused, '') }
  return { file, sha256: text.sha256, found: identify(text, await licenceIndex()) }
}

async function bytesOfFile(file: string): Promise<Uint8Array | null> {
  // A file too large for a licence is not read to find that out.
  return (await stat(file)).size > MAX_LICENCE_BYTES ? null : bytesOf(createReadStream(file))
}

/** No more than a licence may have, of a device too, which says that it has nothing and never ends. */
async function bytesOf(stream: AsyncIterable<unknown>): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk))
    size += bytes.length
    if (size > MAX_LICENCE_BYTES) return null
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

function unreadable(error: unknown): Refusal {
  return {
    field: '',
    rule: 'file.unreadable',
    message: `It could not be read: ${error instanceof Error ? error.message : String(error)}.`,
    remedy: 'Name a file that is there and that you may read.',
  }
}

/** A name or a text may hold what moves a terminal's cursor or turns its letters: it is named instead. */
function forTerminal(line: string): string {
  return withHiddenNamed(line.replaceAll(/[\n\v\f\r]+/g, ' '))
}

function asJson(answer: Answer) {
  if ('failure' in answer) return { file: answer.file, error: answer.failure }
  if ('refusal' in answer) return { file: answer.file, error: answer.refusal }
  const { differences, notes, engineVersion, alternatives, textId } = answer.found
  return {
    file: answer.file,
    sha256: answer.sha256,
    ...identifiedText(answer.found),
    alternatives,
    textId,
    differences,
    notes,
    engineVersion,
  }
}

function asLines(answer: Answer): string[] {
  if ('failure' in answer) return [`${answer.file}: ${answer.failure.message} ${answer.failure.remedy}`]
  if ('refusal' in answer) return [`${answer.file}: ${answer.refusal.message} ${answer.refusal.remedy}`]
  const { file, found } = answer
  const { licence, closest } = identifiedText(found)
  const named = licence === null ? textTitle(found) : `${licenceName(licence)} (${licence})`
  return [
    `${file}: ${named}, ${found.verdict}${WORDS[found.verdict]}`,
    ...(found.verdict === 'UNKNOWN' && closest !== null
      ? [
          `  closest: ${licenceName(closest)} (${closest}), ${percent(found.similarity)} alike; for comparison, not for reliance`,
        ]
      : []),
    ...(found.parts.length > 1
      ? found.parts.map(
          (part) => `  ${part.start}–${part.end}: ${licenceName(part.licenceId)} (${part.licenceId}), ${part.verdict}`,
        )
      : []),
    ...differenceLines(found),
  ]
}

const WORDS: Record<Identification['verdict'], string> = {
  MATCH: ': all of its words are those of the licence',
  CONTAINS: ': a whole licence stands in it, with more around',
  PARTIAL: ': a part of the licence stands in it',
  MODIFIED: ': the licence stands in it, altered',
  UNKNOWN: ': its words are those of no licence that is known',
}

/** The first few differences within the licence's own words: those that may change what it says. */
function differenceLines({ differences }: Identification): string[] {
  const inside = differences.items.filter((item) => item.kind === 'inside')
  const shown = inside.slice(0, 5).map(({ change, reference, text, start }) => {
    const [was, is] = [reference === null ? '' : `“${reference}”`, text === null ? '' : `“${text}”`]
    return `  ${change} at ${start}: ${[was, is].filter(Boolean).join(' → ')}`
  })
  const more = differences.counts.inside - shown.length
  return more > 0 ? [...shown, `  and ${more} more differences`] : shown
}

/** Never rounded up to a whole: only an exact hit is all alike. */
function percent(share: number): string {
  return `${Math.floor(share * 1000) / 10} %`
}
