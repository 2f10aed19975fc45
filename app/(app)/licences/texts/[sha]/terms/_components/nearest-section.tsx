import { Banner } from '#app/_ui/banner.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { licenceName } from '#lib/licences/licence.ts'
import type { DifferingClause, NearestRelative } from '#lib/licences/nearest-relative.ts'
import { effectiveReading } from '#lib/licences/reading.ts'
import { markHref, readingLines, type ShownText } from '#lib/licences/reading-view.ts'
import { TermsTable } from '../../../../_components/terms-table.tsx'
import { VisibleText } from '../../../../_components/visible-text.tsx'
import { compareHref } from '../../../_components/text-href.ts'

interface NearestSectionProps {
  sha: string
  relative: NearestRelative
  /** A text held of the relative; null where none is. */
  shown: ShownText | null
  /** The clauses that differ; null where no text of the relative is held. */
  differing: { clauses: readonly DifferingClause[]; total: number; isComplete: boolean } | null
}

const KINDS = { changed: 'Worded otherwise', added: 'Only in this text', removed: 'Only in the relative' } as const

const SHOWN_AT_ONCE = 12

/** The first of the clauses, and the rest where somebody asks for them. */
function DifferingClauses({ sha, clauses }: { sha: string; clauses: readonly DifferingClause[] }) {
  const rest = clauses.slice(SHOWN_AT_ONCE)
  return (
    <>
      <ClauseList sha={sha} clauses={clauses.slice(0, SHOWN_AT_ONCE)} />
      {rest.length > 0 && (
        <details>
          <summary className="min-h-11 cursor-pointer border-b px-4 py-3 text-accent">
            {`Show ${rest.length.toLocaleString('en')} more`}
          </summary>
          <ClauseList sha={sha} clauses={rest} />
        </details>
      )}
    </>
  )
}

function ClauseList({ sha, clauses }: { sha: string; clauses: readonly DifferingClause[] }) {
  return (
    <ul className="flex flex-col divide-y border-b">
      {clauses.map((clause) => (
        <li
          key={`${clause.place?.start ?? ''} ${clause.theirs ?? clause.own}`}
          className="grid gap-2 px-4 py-3 md:grid-cols-2"
        >
          <p className="text-sm text-muted md:col-span-2">
            {KINDS[clause.kind]}
            {clause.place && (
              <>
                {' · '}
                <TextLink href={markHref(sha, clause.place)}>Show in the text</TextLink>
              </>
            )}
          </p>
          {clause.theirs !== null && (
            <div className="min-w-0">
              <p className="text-xs text-muted">The relative</p>
              <p className="font-serif [overflow-wrap:anywhere]">
                <VisibleText text={clause.theirs} />
              </p>
            </div>
          )}
          {clause.own !== null && (
            <div className="min-w-0 md:col-start-2">
              <p className="text-xs text-muted">This text</p>
              <p className="font-serif [overflow-wrap:anywhere]">
                <VisibleText text={clause.own} />
              </p>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The known licence that comes closest, its terms, and the clauses in which this text differs from it. */
export function NearestSection({ sha, relative, shown, differing }: NearestSectionProps) {
  const lines = readingLines(effectiveReading({ row: relative.row, readings: [], rules: [] }), shown)
  const name = licenceName(relative.licenceId)
  return (
    <Section
      title={`Nearest relative: ${name}`}
      sentence={`For comparison, not for reliance. ${Math.floor(relative.similarity * 1000) / 10} % of the word pairs are the same; a text that near can say the opposite.`}
      padding="flush"
      actions={
        <>
          {shown && <TextLink href={compareHref(shown.sha256, sha)}>Compare word by word</TextLink>}
          <TextLink href={`/licences/${encodeURIComponent(relative.licenceId)}`}>The licence</TextLink>
        </>
      }
    >
      <div className="p-4">
        <Banner kind="draft">
          None of these terms holds for this text. They are {name}’s, so that a reviewer sees where to look.
        </Banner>
      </div>
      <h3 className="px-4 pb-2 font-semibold">Where this text differs</h3>
      {differing === null ? (
        <p className="border-b px-4 pb-3 text-muted">
          No text of {name} is held here, so the clauses cannot be laid side by side. Bring one, and they are.
        </p>
      ) : (
        <>
          <p className="px-4 pb-2 text-sm text-muted">
            {differing.total === 0
              ? 'No clause differs in its words; some stand in another order.'
              : `${differing.total.toLocaleString('en')} ${differing.total === 1 ? 'clause differs' : 'clauses differ'}${
                  differing.clauses.length < differing.total ? `; the first ${differing.clauses.length} are shown` : ''
                }.${differing.isComplete ? '' : ' The texts are too different to pair their clauses.'}`}
          </p>
          <DifferingClauses sha={sha} clauses={differing.clauses} />
        </>
      )}
      <h3 className="px-4 py-2 font-semibold">Its terms</h3>
      <TermsTable label={`Terms of ${name}, for comparison`} lines={lines} sha={shown?.sha256 ?? null} isPlain />
    </Section>
  )
}
