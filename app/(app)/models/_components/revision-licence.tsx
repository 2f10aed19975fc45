import { LicenceMark } from '#app/_ui/licence-mark.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import { licenceName } from '#lib/licences/licence.ts'
import type { ModelRevision, RevisionBinding } from '#lib/upstream/queries/model-revisions.ts'
import { DeclaredWords } from './declared-words.tsx'
import { RevisionMark } from './revision-mark.tsx'
import { TextMark } from './text-mark.tsx'

const BASES = {
  concluded: 'Concluded by a person',
  identified: 'Identified from the text',
  declared: 'Declared by the card',
} as const

interface RevisionLicenceProps {
  revision: ModelRevision
  /** It is the one the hub shows now. */
  isCurrent: boolean
  now: Date
}

/** What governs one revision on each basis, now and before. */
export function RevisionLicence({ revision, isCurrent, now }: RevisionLicenceProps) {
  return (
    <li className="min-w-0">
      <p className="flex flex-wrap items-center gap-x-3">
        <RevisionMark revision={revision} isCurrent={isCurrent} />
        {revision.committedAt && (
          <span className="text-sm text-muted">
            committed <TimeMark at={revision.committedAt} now={now} />
          </span>
        )}
      </p>
      <dl className="mt-1 grid grid-cols-1 border-s ps-4 sm:grid-cols-[12rem_minmax(0,1fr)]">
        {(['concluded', 'identified', 'declared'] as const).map((basis) => {
          const said = revision.bindings.filter((binding) => binding.basis === basis)
          if (said.length === 0) return null
          return (
            <div key={basis} className="contents">
              <dt className="pt-1.5 text-sm text-muted sm:py-1.5">{BASES[basis]}</dt>
              <dd className="flex min-w-0 flex-col gap-1 pb-1.5 [overflow-wrap:anywhere] sm:py-1.5">
                {said.map((binding, index) => (
                  <Binding key={binding.id} binding={binding} isBefore={index > 0} now={now} />
                ))}
              </dd>
            </div>
          )
        })}
      </dl>
      {revision.bindings.length === 0 && (
        <p className="mt-1 border-s ps-4 text-muted">Nothing is declared and no text was recognised as governing.</p>
      )}
    </li>
  )
}

function Binding({ binding, isBefore, now }: { binding: RevisionBinding; isBefore: boolean; now: Date }) {
  return (
    <div className={isBefore ? 'border-s-2 ps-3 text-sm text-muted' : ''}>
      <div className="flex flex-wrap items-center gap-x-3">
        {isBefore && <span className="text-xs">before</span>}
        {binding.textSha === null ? (
          <DeclaredLicence binding={binding} />
        ) : (
          <TextMark sha256={binding.textSha} identification={binding.identification} />
        )}
        <span className="text-sm text-muted">
          held from <TimeMark at={binding.validFrom} now={now} />, known here since{' '}
          <TimeMark at={binding.recordedAt} now={now} />
        </span>
      </div>
      {binding.declaration && <DeclaredWords declaration={binding.declaration} />}
    </div>
  )
}

function DeclaredLicence({ binding }: { binding: RevisionBinding }) {
  if (binding.licenceId === null) return <span className="text-muted">names no single licence that is known here</span>
  return <LicenceMark name={licenceName(binding.licenceId)} basis={binding.basis} />
}
