import type { z } from 'zod'
import type { ComparedText, ComparedTexts } from '#lib/licences/compared-texts.ts'
import type { textComparison } from '#lib/licences/comparison-schema.ts'
import { LEVEL_WORDS } from '#lib/licences/comparison-sentences.en.ts'
import type { ClauseChange, TextComparison } from '#lib/licences/licence-diff.ts'
import type { ReadTerm } from '#lib/licences/term-questions.ts'

type Answer = z.input<typeof textComparison>

/** A comparison as the API answers it. */
export function answerOf(texts: ComparedTexts, { level, isComplete, clauses }: TextComparison): Answer {
  const { before, after } = texts
  return {
    from: sideOf(before),
    to: sideOf(after),
    level,
    says: LEVEL_WORDS[level],
    isComplete,
    terms:
      texts.terms?.map(({ key, question, kind, before: was, after: is }) => ({
        key,
        question,
        kind,
        before: termOf(was),
        after: termOf(is),
      })) ?? null,
    clauses: clauses.map((clause) => clauseOf(clause, before.text, after.text)),
    asOf: texts.asOf,
  }
}

function sideOf({ sha256, licenceId, name, verdict }: ComparedText): Answer['from'] {
  return { sha256, licence: licenceId, name, verdict }
}

function termOf({ value, section, confidence, evidence }: ReadTerm) {
  return { value, section, confidence, evidence }
}

function clauseOf(
  { kind, level, before, after, words }: ClauseChange,
  was: string,
  is: string,
): Answer['clauses'][number] {
  const shared = { kind, level, before, after, isTooDifferent: words === 'too-different' }
  if (!Array.isArray(words)) return { ...shared, words: null }
  return {
    ...shared,
    words: words.map((run) => ({
      kind: run.kind,
      text: run.kind === 'removed' ? cut(was, run.before) : cut(is, run.after),
      before: run.before,
      after: run.after,
    })),
  }
}

function cut(text: string, span: ClauseChange['before']): string {
  return span === null ? '' : text.slice(span.start, span.end)
}
