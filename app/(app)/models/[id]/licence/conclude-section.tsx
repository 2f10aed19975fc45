import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import type { ListedText } from '#lib/licences/queries/find-texts.ts'
import type { ModelRevision } from '#lib/upstream/queries/model-revisions.ts'
import { identificationText } from '../../_components/licence-words.ts'
import { ConcludeForm } from './conclude-form.tsx'

interface ConcludeSectionProps {
  modelId: string
  /** The newest first. */
  revisions: readonly ModelRevision[]
  /** Every text that is held. */
  texts: readonly ListedText[]
}

const MOST_CHOICES = 300

/** The place where a reviewer says what governs. */
export function ConcludeSection({ modelId, revisions, texts }: ConcludeSectionProps) {
  const own = new Set(revisions.flatMap((revision) => revision.texts.map((text) => text.sha256)))
  // What stands in this model's own revisions comes first.
  const choices = texts
    .toSorted((a, b) => Number(own.has(b.sha256)) - Number(own.has(a.sha256)))
    .slice(0, MOST_CHOICES)
    .map((text) => ({ value: text.sha256, label: labelOf(text) }))
  return (
    <Section
      title="Conclude what governs"
      sentence="For a revision whose card and files do not settle it. A conclusion goes before both, and replaces neither."
      actions={<TextLink href="/licences/texts/new">Bring a text</TextLink>}
    >
      {/* Made anew once something was concluded, so that the fields are empty again. */}
      <ConcludeForm
        key={revisions.reduce((count, revision) => count + revision.bindings.length, 0)}
        modelId={modelId}
        revisions={revisions.map((revision) => ({ value: revision.id, label: revisionLabel(revision) }))}
        texts={choices}
      />
    </Section>
  )
}

function labelOf({ sha256, identification, firstSeen }: ListedText): string {
  const place = firstSeen === null ? 'brought by hand' : `${firstSeen.model.name} ${firstSeen.path}`
  return `${identificationText(identification)}, ${place}, ${sha256.slice(0, 8)}`
}

function revisionLabel({ value, committedAt, isObserved }: ModelRevision): string {
  const day = committedAt === null ? '' : `, committed ${committedAt.toISOString().slice(0, 10)}`
  return `${value.slice(0, 12)}${day}${isObserved ? '' : ', asserted'}`
}
