export interface DiffWord {
  kind: 'same' | 'added' | 'removed'
  text: string
}

export interface DiffClause {
  kind: 'unchanged' | 'changed' | 'added' | 'removed' | 'moved'
  before?: string | undefined
  after?: string | undefined
  words?: DiffWord[] | 'too-different' | undefined
}

/** What `WordDiff` shows; a comparison of lib/licences fits as it is. */
export interface DiffComparison {
  level: string
  clauses: DiffClause[]
}

export type DiffStretch = { kind: 'folded'; clauses: DiffClause[] } | { kind: 'shown'; clause: DiffClause }

/** Gathers unchanged clauses that follow each other, so that they can be folded together. */
export function foldUnchanged(clauses: readonly DiffClause[]): DiffStretch[] {
  const stretches: DiffStretch[] = []
  for (const clause of clauses) {
    const last = stretches.at(-1)
    if (clause.kind !== 'unchanged') stretches.push({ kind: 'shown', clause })
    else if (last?.kind === 'folded') last.clauses.push(clause)
    else stretches.push({ kind: 'folded', clauses: [clause] })
  }
  return stretches
}
