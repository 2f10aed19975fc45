import { CircleCheck, Eye } from 'lucide-react'
import { HashMark } from '#app/_ui/hash-mark.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { type ComparedText, type ComparedTexts, nameOfText } from '#lib/licences/compared-texts.ts'
import {
  hiddenText,
  LEVEL_WORDS,
  OUTCOME_WORDS,
  COMPARISON_WORDS as SAY,
} from '#lib/licences/comparison-sentences.en.ts'
import { hiddenIn } from '#lib/licences/hidden-characters.ts'
import type { TextComparison } from '#lib/licences/licence-diff.ts'
import type { ComparisonConclusion } from '#lib/licences/queries/comparison-conclusions.ts'

interface ComparedSidesProps {
  texts: ComparedTexts
  comparison: Pick<TextComparison, 'level' | 'isComplete'>
  /** What a person concluded last; null while nobody has. */
  conclusion: ComparisonConclusion | null
}

/** Which two texts, and what was shown about their difference as a whole. */
export function ComparedSides({ texts, comparison: { level, isComplete }, conclusion }: ComparedSidesProps) {
  const isProved = level === 'identical' || level === 'typography'
  const Glyph = isProved ? CircleCheck : Eye
  return (
    <div className="flex flex-col gap-4 p-4">
      <div className="flex flex-col gap-1">
        <p className="flex items-start gap-2 font-semibold">
          <Glyph
            aria-hidden
            strokeWidth={1.75}
            className={`mt-0.5 size-4 shrink-0 ${isProved ? 'text-ok' : 'text-review'}`}
          />
          {LEVEL_WORDS[level]}
        </p>
        <p className="text-sm text-muted">
          {isProved
            ? 'Proved: the bytes or the normalised words are equal.'
            : conclusion === null
              ? 'Shown, not judged: it stays open until a person closes it.'
              : `Concluded by ${conclusion.by}: ${OUTCOME_WORDS[conclusion.outcome]}.`}
        </p>
        {!isComplete && <p className="text-sm text-review">{SAY.incomplete}</p>}
      </div>
      <dl className="grid gap-x-8 gap-y-3 lg:grid-cols-2">
        <Side label={SAY.before} text={texts.before} />
        <Side label={SAY.after} text={texts.after} />
      </dl>
    </div>
  )
}

function Side({ label, text }: { label: string; text: ComparedText }) {
  const hidden = hiddenText(hiddenIn(text.text))
  return (
    <div className="min-w-0">
      <dt className="text-xs text-muted">{label}</dt>
      <dd className="flex flex-wrap items-center gap-x-3 gap-y-1 leading-6 [overflow-wrap:anywhere]">
        <TextLink href={`/licences/texts/${text.sha256}`}>{nameOfText(text)}</TextLink>
        {text.verdict !== null && <span className="font-mono text-xs text-muted">{text.verdict}</span>}
        <HashMark hash={text.sha256} />
      </dd>
      {hidden !== '' && <dd className="text-sm text-review">{hidden}</dd>}
    </div>
  )
}
