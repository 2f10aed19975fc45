import type { Identification, Verdict } from './identification.ts'

/** Every verdict, from the surest. */
export const VERDICTS = ['MATCH', 'CONTAINS', 'PARTIAL', 'MODIFIED', 'UNKNOWN'] as const satisfies readonly Verdict[]

/** A text's identification as a stranger is told it: the verdict, what it names, and what comes closest. */
export function identifiedText(found: Identification) {
  const { verdict, closest, similarity } = found
  return {
    verdict,
    licence: licenceNamed(found),
    closest: closest?.licenceId ?? null,
    similarity,
    parts: found.parts.map((part) => ({ ...part, alternatives: [...part.alternatives] })),
  }
}

/** The licence a text is named by; only a text that holds a whole one is named, and by the first where it holds several. */
export function licenceNamed(found: Identification): string | null {
  if (found.verdict === 'MATCH') return found.licenceId
  return found.verdict === 'CONTAINS' ? (found.licenceId ?? found.parts[0]?.licenceId ?? null) : null
}
