import { CircleAlert, CircleDashed, CircleHelp } from 'lucide-react'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { VisibleText } from '#app/(app)/licences/_components/visible-text.tsx'
import { DUTY_GAP_WORDS } from '#lib/deployments/duty-answers.ts'
import type { DeploymentDuties } from '#lib/deployments/queries/licence-duties.ts'
import type { Applies, Duty } from '#lib/licences/duty.ts'
import { APPLIES_WORDS, DUTY_TITLES, dutyReason, dutySentence } from '#lib/licences/duty-sentences.en.ts'
import { licenceName } from '#lib/licences/licence.ts'
import { TERMS_NOTICE } from '#lib/licences/terms.ts'

const MARKS = {
  // No tick: it binds, and whether it was met is not on record.
  yes: { Glyph: CircleAlert, ink: 'text-duty' },
  cannot_tell: { Glyph: CircleHelp, ink: 'text-review' },
  no: { Glyph: CircleDashed, ink: 'text-muted' },
} as const

/** What the licence asks of this use: what binds it, what cannot be told and why, and what does not bind it. */
export function DutyList({ found }: { found: DeploymentDuties }) {
  const { facts, gap, duties } = found
  const licenceId = facts.text?.licenceId ?? null
  return (
    <Section
      id="duties"
      title="Duties of this deployment"
      sentence="From the terms of the governing text and from what the register says of this deployment."
      padding={gap === null && duties.length > 0 ? 'flush' : 'regular'}
      actions={
        licenceId !== null && (
          <TextLink href={`/licences/${encodeURIComponent(licenceId)}`}>Terms of {licenceName(licenceId)}</TextLink>
        )
      }
    >
      {gap !== null ? (
        <p className="max-w-[80ch]">{DUTY_GAP_WORDS[gap]}</p>
      ) : duties.length === 0 ? (
        <p>No duty was read in its terms.</p>
      ) : (
        <>
          <ul className="divide-y">
            {duties.map((duty) => (
              <DutyRow key={`${duty.kind} ${duty.term}`} duty={duty} />
            ))}
          </ul>
          <p className="border-t px-4 py-3 text-sm text-muted">{TERMS_NOTICE}</p>
        </>
      )}
    </Section>
  )
}

function DutyRow({ duty }: { duty: Duty }) {
  return (
    <li className="grid grid-cols-1 gap-x-6 gap-y-1 px-4 py-3 md:grid-cols-[11rem_minmax(0,1fr)]">
      <AppliesMark applies={duty.applies} />
      <div className="min-w-0 max-w-[80ch]">
        <p>
          <span className="font-medium">{DUTY_TITLES[duty.kind]}.</span> {dutySentence(duty)}
          {duty.section !== null && <span className="text-muted"> Section {duty.section}.</span>}
        </p>
        <p className="text-sm text-muted">{dutyReason(duty.why)}</p>
        {duty.words.map((words) => (
          <p key={words} className="mt-1 border-s-2 ps-3 font-mono text-[0.92em] [overflow-wrap:anywhere]">
            <VisibleText text={words} />
          </p>
        ))}
        {duty.passage !== null && (
          <details className="mt-1 text-sm">
            <summary className="inline-flex min-h-6 cursor-pointer items-center text-accent">The sentence</summary>
            <q className="text-muted [overflow-wrap:anywhere]">
              <VisibleText text={duty.passage} />
            </q>
          </details>
        )}
        {duty.note !== null && <p className="text-sm text-muted">Note: {duty.note}.</p>}
      </div>
    </li>
  )
}

function AppliesMark({ applies }: { applies: Applies }) {
  const { Glyph, ink } = MARKS[applies]
  return (
    <span className={`inline-flex items-center gap-1.5 self-start text-sm ${ink}`}>
      <Glyph aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
      {APPLIES_WORDS[applies]}
    </span>
  )
}
