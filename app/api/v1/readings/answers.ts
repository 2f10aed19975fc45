import type { z } from 'zod'
import { nearestRelative } from '#lib/licences/nearest-relative.ts'
import { findReadText, type ReadSide } from '#lib/licences/queries/read-sides.ts'
import { listReadingRules, listReadings } from '#lib/licences/queries/readings.ts'
import { counts, knownAt, needsSecondPersonAt } from '#lib/licences/reading.ts'
import type { comparedTermItem, readingAnswer } from '#lib/licences/reading-schema.ts'
import { readingLines, type ShownAnswer, type ShownPerson, type TermLine } from '#lib/licences/reading-view.ts'
import { type ComparedTerm, compareTerms } from '#lib/licences/term-comparison.ts'
import type { CsvColumn } from '#lib/shared/csv.ts'
import { notFound } from '#lib/shared/failure.ts'
import type { AppCtx } from '#lib/wiring.ts'

/** What a text is taken to say and every reading of it, as known at an instant. */
export async function textReading(
  ctx: Pick<AppCtx, 'db' | 'clock'>,
  text: string,
  at: Date | null,
): Promise<z.input<typeof readingAnswer>> {
  const side = await findReadText(ctx.db, text, at)
  if (side === null) throw notFound('This text')
  const rules = await listReadingRules(ctx.db)
  const all = { row: side.reading.row, readings: (await listReadings(ctx.db, [text])).get(text) ?? [], rules }
  const known = knownAt(all, at)
  const relative = nearestRelative(side.identification)
  const asOf = at ?? ctx.clock.now()
  return {
    items: known.readings.map((reading) => ({
      id: reading.id,
      status: reading.status,
      isCounting: counts(reading, known.rules),
      engineVersion: reading.engineVersion,
      reason: reading.reason,
      by: reading.recordedByName,
      asOf: reading.recordedAt.toISOString(),
      source: `text ${text}`,
      terms: reading.terms.map((term) => ({ ...term, value: jsonOf(term.value) })),
      opinions: reading.opinions.map(({ agrees, comment, personName, at: said }) => ({
        agrees,
        comment,
        by: personName,
        at: said.toISOString(),
      })),
    })),
    next: null,
    total: known.readings.length,
    text,
    asOf: asOf.toISOString(),
    source: `text ${text}`,
    needsSecondPerson: needsSecondPersonAt(rules, asOf),
    row: side.reading.row?.id ?? null,
    nearest: relative && {
      licence: relative.licenceId,
      similarity: relative.similarity,
      says: 'for comparison, not for reliance',
    },
    terms: readingLines(side.reading, side.shown).map(lineAnswer),
  }
}

/** A copy that holds nothing but JSON. */
function jsonOf(value: unknown) {
  return JSON.parse(JSON.stringify(value))
}

/** The answer alone, without who gave it. */
function plainAnswer({ value, says, section, confidence, words, note, place }: ShownAnswer) {
  return { value: jsonOf(value), says, section, confidence, words, note, place }
}

function personAnswer(person: ShownPerson) {
  const { readingId, by, at, reason, agreedBy } = person
  return { ...plainAnswer(person), readingId, by, at: at.toISOString(), reason, agreedBy: [...agreedBy] }
}

function lineAnswer(line: TermLine): z.input<typeof readingAnswer>['terms'][number] {
  const { term, question, group, basis, proposed } = line
  return {
    term,
    question,
    group,
    basis,
    answer: plainAnswer(line.answer),
    concluded: line.concluded && personAnswer(line.concluded),
    machine: line.machine && plainAnswer(line.machine),
    waiting: line.waiting.map(personAnswer),
    proposed: proposed && {
      ...plainAnswer(proposed),
      readingId: proposed.readingId,
      engineVersion: proposed.engineVersion,
    },
  }
}

export type ComparedItem = z.output<typeof comparedTermItem>

/** The rows of two sides, all of them or those that are not the same, in the order in which they are shown. */
export function comparedRows(left: ReadSide, right: ReadSide, only: 'differs' | undefined): ComparedTerm[] {
  const rows = compareTerms(readingLines(left.reading, left.shown), readingLines(right.reading, right.shown))
  return only === undefined ? rows : rows.filter((row) => row.difference !== 'same')
}

/** A compared row as the API and the files hold it. */
export function comparedItem(row: ComparedTerm, left: ReadSide, right: ReadSide): ComparedItem {
  const side = (line: TermLine, { ref, title }: ReadSide) => ({
    ref,
    title,
    ...plainAnswer(line.answer),
    basis: line.basis,
  })
  const { term, group, question, difference } = row
  return { id: term, term, group, question, difference, left: side(row.left, left), right: side(row.right, right) }
}

/** The compared rows as a table file. */
export const COMPARED_COLUMNS: readonly CsvColumn<ComparedItem>[] = [
  { header: 'term', value: (row) => row.term },
  { header: 'group', value: (row) => row.group },
  { header: 'question', value: (row) => row.question },
  { header: 'difference', value: (row) => row.difference },
  ...(['left', 'right'] as const).flatMap((name): CsvColumn<ComparedItem>[] => [
    { header: name, value: (row) => row[name].ref },
    { header: `${name}_answer`, value: (row) => row[name].says ?? 'not read' },
    { header: `${name}_section`, value: (row) => row[name].section },
    { header: `${name}_confidence`, value: (row) => row[name].confidence },
    { header: `${name}_basis`, value: (row) => row[name].basis },
    { header: `${name}_words`, value: (row) => row[name].words },
    { header: `${name}_note`, value: (row) => row[name].note },
  ]),
]
