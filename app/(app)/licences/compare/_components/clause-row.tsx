import type { ReactNode } from 'react'
import type { PlacedClause } from '#lib/licences/comparison-rows.ts'
import { CLAUSE_LEVEL_WORDS, KIND_WORDS, COMPARISON_WORDS as SAY } from '#lib/licences/comparison-sentences.en.ts'
import type { ViewPiece } from '#lib/licences/comparison-view.ts'
import { VisiblePieces } from './visible-pieces.tsx'

const SIGNS = { same: ' ', changed: '±', added: '+', removed: '−', moved: '⇅' } as const

/** One clause that differs: beside each other where there is room for two columns, else woven into one. */
export function ClauseRow({ at, clause }: PlacedClause) {
  const { kind, level, before, after, woven, isTooDifferent } = clause
  const told = [KIND_WORDS[kind], CLAUSE_LEVEL_WORDS[level], isTooDifferent ? SAY.tooDifferent : null]
  const isOneSided = before === null || after === null
  return (
    <div
      id={`c${at}`}
      data-change
      tabIndex={-1}
      className="scroll-mt-28 border-b px-4 py-3 outline-offset-[-2px] last:border-b-0 print:break-inside-avoid"
    >
      <p className="mb-1 font-sans text-xs text-muted">
        <span aria-hidden className="me-1.5 inline-block w-3 font-mono">
          {SIGNS[kind]}
        </span>
        <span className="font-medium">{told[0]}</span>
        {told.slice(1).map((words) => words !== null && ` · ${words}`)}
        {kind === 'moved' && (
          <>
            {' · '}
            <a href={`#m${at}`} className="rounded-sm text-accent underline decoration-accent/35 underline-offset-3">
              where it stood before
            </a>
          </>
        )}
      </p>
      {kind === 'moved' ? (
        <Words pieces={after} />
      ) : (
        <>
          <div className="hidden gap-x-8 lg:grid lg:grid-cols-2 print:grid print:grid-cols-2">
            <Half label={SAY.before}>{before === null ? null : <Words pieces={before} />}</Half>
            <Half label={SAY.after}>{after === null ? null : <Words pieces={after} />}</Half>
          </div>
          <div className="lg:hidden print:hidden">
            {woven === null && !isOneSided ? (
              <div className="flex flex-col gap-2">
                <Words pieces={before} />
                <Words pieces={after} />
              </div>
            ) : (
              <Words pieces={woven ?? before ?? after} />
            )}
          </div>
        </>
      )}
    </div>
  )
}

function Half({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <p className="sr-only">{label}</p>
      {children ?? (
        <p className="text-muted">
          <span aria-hidden>—</span>
          <span className="sr-only">nothing</span>
        </p>
      )}
    </div>
  )
}

function Words({ pieces }: { pieces: readonly ViewPiece[] | null }) {
  return (
    <p className="max-w-[75ch]">
      <VisiblePieces pieces={pieces ?? []} />
    </p>
  )
}
