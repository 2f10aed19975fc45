import type { ReactNode } from 'react'
import { DiffWords } from './diff-words.tsx'
import type { DiffClause } from './word-diff-comparison.ts'
import { words } from './words.ts'

const SIGNS: Record<DiffClause['kind'], string> = { unchanged: ' ', changed: '±', added: '+', removed: '−', moved: '⇅' }
const GROUNDS = { added: 'bg-ok-tint', removed: 'bg-deny-tint' } as const
const INKS = { added: 'text-ok leading-6.5', removed: 'text-deny leading-6.5' } as const

/** One clause before and after, side by side or woven together. */
export function DiffClauseRow({ clause, view }: { clause: DiffClause; view: DiffView }) {
  const { before, after } = clause
  const woven = Array.isArray(clause.words) ? clause.words : undefined
  return (
    <div className="border-b px-4 py-3 last:border-b-0">
      <p className="mb-1 font-sans text-xs font-medium text-muted">
        <span aria-hidden className="me-1.5 font-mono">
          {SIGNS[clause.kind]}
        </span>
        {words.diff.kind[clause.kind]}
        {clause.words === 'too-different' && <span className="font-normal"> · {words.diff.tooDifferent}</span>}
      </p>
      {view === 'inline' ? (
        <div className="max-w-[75ch]">
          {woven ? (
            <DiffWords words={woven} side="both" />
          ) : clause.kind === 'changed' ? (
            <>
              <Side kind="removed">{before}</Side>
              <Side kind="added">{after}</Side>
            </>
          ) : (
            <Side kind={clause.kind}>{after ?? before}</Side>
          )}
        </div>
      ) : (
        <div className="grid gap-x-8 gap-y-3 lg:grid-cols-2">
          <Half label={words.diff.before}>
            {before !== undefined && (
              <Side kind={woven || clause.kind !== 'changed' ? clause.kind : 'removed'}>
                {woven ? <DiffWords words={woven} side="before" /> : before}
              </Side>
            )}
          </Half>
          <Half label={words.diff.after}>
            {after !== undefined && (
              <Side kind={woven || clause.kind !== 'changed' ? clause.kind : 'added'}>
                {woven ? <DiffWords words={woven} side="after" /> : after}
              </Side>
            )}
          </Half>
        </div>
      )}
    </div>
  )
}

export type DiffView = 'inline' | 'columns'

function Half({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <p className="font-sans text-xs text-muted lg:sr-only">{label}</p>
      {children || <p className="text-muted">—</p>}
    </div>
  )
}

/** A whole text that came or went is an insertion or deletion for readers too; its sign stands in front, unstruck. */
function Side({ kind, children }: { kind: DiffClause['kind']; children: ReactNode }) {
  if (kind !== 'added' && kind !== 'removed') return <div className="whitespace-pre-line">{children}</div>
  const Tag = kind === 'added' ? 'ins' : 'del'
  return (
    <Tag className={`-mx-2 flex gap-2 rounded-sm px-2 no-underline ${GROUNDS[kind]}`}>
      <span aria-hidden className={`shrink-0 font-mono text-base select-none ${INKS[kind]}`}>
        {SIGNS[kind]}
      </span>
      <span className="min-w-0 whitespace-pre-line">{children}</span>
    </Tag>
  )
}
