import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { licenceName } from '#lib/licences/licence.ts'
import type { ShippedTerm } from '#lib/licences/term-search.ts'
import { SaidTerm } from './said-term.tsx'

/** Licences that say what was asked for and of which no text is held: known from their published texts alone. */
export function UnheldLicences({ said }: { said: readonly ShippedTerm[] }) {
  if (said.length === 0) return null
  return (
    <Section
      title="Licences that say so, of which no text is held"
      sentence="Read in their published texts; nothing here is known to stand under one of them by its text."
      padding="flush"
    >
      <ul>
        {said.map((one) => (
          <li key={one.licenceId} className="flex flex-col gap-1 border-b px-4 py-3 last:border-b-0">
            <TextLink href={`/licences/${encodeURIComponent(one.licenceId)}`}>{licenceName(one.licenceId)}</TextLink>
            <SaidTerm said={one} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
