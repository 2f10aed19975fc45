import { GitCompareArrows } from 'lucide-react'
import { TextLink } from './text-link.tsx'
import { words } from './words.ts'

export type LicenceBasis = 'identified' | 'declared' | 'concluded' | 'catalogue'

interface LicenceMarkProps {
  /** Null where no licence is known. */
  name: string | null
  basis: LicenceBasis
  href?: string | undefined
  /** What is declared, where it disagrees with the name; null where the other side has no name. */
  mismatch?: { declared: string | null } | undefined
}

/** A licence by name, how it is known, and whether declaration and text disagree. */
export function LicenceMark({ name, basis, href, mismatch }: LicenceMarkProps) {
  return (
    <span className="inline-flex min-h-6 flex-wrap items-center gap-x-2 gap-y-0.5">
      {name === null ? (
        <span className="text-muted">{words.licence.none}</span>
      ) : (
        <>
          <span>{href ? <TextLink href={href}>{name}</TextLink> : name}</span>
          <span className="text-xs text-muted">{words.licence[basis]}</span>
        </>
      )}
      {mismatch && (
        <span className="inline-flex items-center gap-1 text-xs text-review">
          <GitCompareArrows aria-hidden className="size-3.5 shrink-0" strokeWidth={2} />
          {mismatch.declared === null ? words.licence.mismatchUnnamed : words.licence.mismatch(mismatch.declared)}
        </span>
      )}
    </span>
  )
}
