import { LicenceMark } from '#app/_ui/licence-mark.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import { BINDING_BASES, type BindingPeriod, bindingPeriods, governingBinding } from '#lib/licences/binding-periods.ts'
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

/** What governs one revision on each basis, from when to when, and which of them counts. */
export function RevisionLicence({ revision, isCurrent, now }: RevisionLicenceProps) {
  const { bindings } = revision
  const periods = new Map(bindingPeriods(bindings).map((period) => [period.binding.id, period]))
  const governing = governingBinding(bindings, { holdingAt: now })
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
        {BINDING_BASES.map((basis) => {
          const said = bindings.filter((binding) => binding.basis === basis)
          if (said.length === 0) return null
          return (
            <div key={basis} className="contents">
              <dt className="pt-1.5 text-sm text-muted sm:py-1.5">{BASES[basis]}</dt>
              <dd className="flex min-w-0 flex-col gap-1 pb-1.5 [overflow-wrap:anywhere] sm:py-1.5">
                {said.map((binding) => (
                  <Binding
                    key={binding.id}
                    binding={binding}
                    period={periods.get(binding.id)}
                    isGoverning={binding === governing}
                    now={now}
                  />
                ))}
              </dd>
            </div>
          )
        })}
      </dl>
      {bindings.length === 0 && (
        <p className="mt-1 border-s ps-4 text-muted">Nothing is declared and no text was recognised as governing.</p>
      )}
    </li>
  )
}

interface BindingProps {
  binding: RevisionBinding
  /** Absent where a later judgement replaced all of it. */
  period: BindingPeriod<RevisionBinding> | undefined
  isGoverning: boolean
  now: Date
}

function Binding({ binding, period, isGoverning, now }: BindingProps) {
  const isPast = period === undefined || period.to !== null
  return (
    <div className={isPast ? 'border-s-2 ps-3 text-sm text-muted' : ''}>
      <div className="flex flex-wrap items-center gap-x-3">
        {binding.textSha === null ? (
          <BoundLicence binding={binding} />
        ) : (
          <TextMark sha256={binding.textSha} identification={binding.identification} />
        )}
        {isGoverning && <span className="text-sm font-medium">governs</span>}
        <span className="text-sm text-muted">
          {period === undefined ? (
            'corrected since'
          ) : (
            <>
              holds from <TimeMark at={period.from} now={now} />
              {period.to && (
                <>
                  {' to '}
                  <TimeMark at={period.to} now={now} />
                </>
              )}
            </>
          )}
          , known here since <TimeMark at={binding.recordedAt} now={now} />
        </span>
      </div>
      {binding.concluded && (
        <p className="max-w-[80ch] text-sm">
          <span className="text-muted">{binding.concluded.by}:</span> {binding.concluded.reason}
        </p>
      )}
      {binding.concluded && binding.textSha !== null && <ConcludedName binding={binding} />}
      {binding.declaration && <DeclaredWords declaration={binding.declaration} />}
    </div>
  )
}

/** Where a person calls a text otherwise than its words are, both are told. */
function ConcludedName({ binding }: { binding: RevisionBinding }) {
  if (binding.licenceId === (binding.identification?.licenceId ?? null)) return null
  return <LicenceMark name={binding.licenceId === null ? null : licenceName(binding.licenceId)} basis="concluded" />
}

function BoundLicence({ binding }: { binding: RevisionBinding }) {
  if (binding.licenceId !== null) return <LicenceMark name={licenceName(binding.licenceId)} basis={binding.basis} />
  return (
    <span className="text-muted">
      {binding.basis === 'concluded' ? 'nothing governs it' : 'names no single licence that is known here'}
    </span>
  )
}
