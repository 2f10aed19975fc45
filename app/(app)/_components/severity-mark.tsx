import { ChevronDown, ChevronsUp, ChevronUp, type LucideIcon } from 'lucide-react'
import type { Severity } from '#lib/policy/rule.ts'
import { SEVERITY_WORDS } from '#lib/policy/sentences.en.ts'

const GLYPHS: Record<Severity, LucideIcon> = { high: ChevronsUp, medium: ChevronUp, low: ChevronDown }

/** How grave a finding is; a shape and a word. Colour is left to the verdict. */
export function SeverityMark({ severity }: { severity: Severity }) {
  const Glyph = GLYPHS[severity]
  return (
    <span className="inline-flex min-h-6 items-center gap-1 whitespace-nowrap">
      <Glyph aria-hidden className="size-4 shrink-0 text-muted" strokeWidth={2} />
      {SEVERITY_WORDS[severity]}
    </span>
  )
}
