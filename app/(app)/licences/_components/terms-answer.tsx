import type { ReactNode } from 'react'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import { markHref, type ShownAnswer, type ShownPerson, type TermLine } from '#lib/licences/reading-view.ts'
import { TermMark, type TermStanding } from './terms-mark.tsx'
import { VisibleText } from './visible-text.tsx'

/** A section that leads to its words in the text; `silent` where the text says nothing, a dash where nobody has read it. */
export function TermSection({ answer, sha }: { answer: ShownAnswer; sha: string | null }) {
  if (answer.section === null && answer.place === null) {
    return <span className="text-muted">{answer.says === null ? '—' : 'silent'}</span>
  }
  const words = answer.section ?? 'in the text'
  if (sha === null || answer.place === null) return <span>{words}</span>
  return (
    <TextLink href={markHref(sha, answer.place)}>
      <span className="sr-only">Show in the text: </span>
      {words}
    </TextLink>
  )
}

function Says({ answer }: { answer: ShownAnswer }) {
  return (
    <span className={`block first-letter:uppercase ${answer.says === null ? 'text-muted' : ''}`}>
      {answer.says ?? 'not read'}
    </span>
  )
}

interface BesideProps {
  standing: TermStanding
  answer: ShownAnswer
  sha: string | null
  children?: ReactNode
}

/** An answer that lies beside the one that counts. */
function Beside({ standing, answer, sha, children }: BesideProps) {
  return (
    <div className="mt-2 border-s-2 ps-2 text-muted">
      <TermMark standing={standing} />
      <Says answer={answer} />
      {answer.section !== null && (
        <span className="block">
          Section <TermSection answer={answer} sha={sha} />
        </span>
      )}
      {children}
    </div>
  )
}

function Author({ person, now }: { person: ShownPerson; now: Date | undefined }) {
  return (
    <span className="block text-muted">
      {person.by}, <TimeMark at={person.at} now={now ?? person.at} />
      {person.agreedBy.length > 0 && `; ${person.agreedBy.join(', ')} agreed`}: {person.reason}
    </span>
  )
}

interface TermsAnswerProps {
  line: TermLine
  sha: string | null
  now?: Date | undefined
  /** The machine's own needs no mark where nothing else could stand there. */
  isPlain?: boolean | undefined
}

/** What holds of a term, whose answer it is, and what lies beside it. */
export function TermsAnswer({ line, sha, now, isPlain = false }: TermsAnswerProps) {
  const { basis, answer, concluded, machine, waiting, proposed } = line
  return (
    <div className="flex flex-col">
      <Says answer={answer} />
      {basis !== null && !isPlain && (
        <span className="my-0.5">
          <TermMark standing={basis} />
        </span>
      )}
      {concluded && <Author person={concluded} now={now} />}
      {concluded && machine && <Beside standing="shipped" answer={machine} sha={sha} />}
      {waiting.map((person) => (
        <Beside key={person.readingId} standing="waiting" answer={person} sha={sha}>
          <Author person={person} now={now} />
        </Beside>
      ))}
      {proposed && basis !== 'concluded' && waiting.length === 0 && (
        <Beside standing="proposed" answer={proposed} sha={sha}>
          {proposed.words && (
            <q className="block font-serif">
              <VisibleText text={proposed.words} />
            </q>
          )}
        </Beside>
      )}
    </div>
  )
}
