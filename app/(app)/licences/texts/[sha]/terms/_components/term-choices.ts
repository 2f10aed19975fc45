import type { TermLine } from '#lib/licences/reading-view.ts'
import { questionOf, shapeOf } from '#lib/licences/term-values.ts'
import { figuresOf, type TermChoice, wordOf } from './term-choice.ts'

function chosen(line: TermLine): { answer: TermLine['answer']; from: string } {
  if (line.concluded) return { answer: line.concluded, from: `Prefilled from what ${line.concluded.by} concluded.` }
  if (line.proposed && line.basis === null) {
    const { engineVersion } = line.proposed
    return { answer: line.proposed, from: `Prefilled from what the patterns propose (${engineVersion}): check it.` }
  }
  if (line.machine) return { answer: line.machine, from: 'Prefilled from the machine’s reading.' }
  return { answer: line.answer, from: 'Nobody has read this term.' }
}

/** A term as the form asks it. */
export function choiceOf(line: TermLine): TermChoice {
  const question = questionOf(line.term)
  const { answer, from } = chosen(line)
  const isSure = answer.confidence === 'high' || answer.confidence === 'medium' || answer.confidence === 'low'
  return {
    term: line.term,
    question: question.question,
    type: question.type,
    options: question.words.map(({ value, meaning }) => ({
      value,
      label: `${value.replaceAll('_', ' ')}: ${meaning}`,
    })),
    shape: shapeOf(line.term) ?? null,
    from,
    word: wordOf(answer.value),
    figures: figuresOf(answer.value),
    section: answer.section ?? '',
    words: answer.words ?? '',
    confidence: isSure ? answer.confidence : '',
  }
}

/** Stands for every term that is proposed and that nobody has concluded. */
export const PROPOSED = 'proposed'

/** The terms that `term=` asks for, all proposed ones for `proposed`; none where it names no term. */
export function linesAskedFor(lines: readonly TermLine[], asked: string | undefined): TermLine[] {
  if (asked === undefined) return []
  if (asked === PROPOSED) {
    return lines.filter((line) => line.proposed !== null && line.basis === null && line.waiting.length === 0)
  }
  const terms = new Set(asked.split(','))
  return lines.filter((line) => terms.has(line.term))
}
