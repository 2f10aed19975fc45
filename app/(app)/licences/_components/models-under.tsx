import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import type { ModelUnder } from '#lib/licences/queries/licences.ts'
import { PlainTable } from '../../_components/plain-table.tsx'

const BASIS: Readonly<Record<string, string>> = {
  identified: 'its own text',
  declared: 'its declaration only',
  catalogue: 'the catalogue; no text was read',
}

/** The models that stand under a licence, and on what grounds. */
export function ModelsUnder({ models, total, href }: { models: readonly ModelUnder[]; total: number; href: string }) {
  if (models.length === 0) return null
  return (
    <Section
      title="Models under it"
      padding="flush"
      actions={
        total > models.length ? <TextLink href={href}>{`All ${total.toLocaleString('en')}`}</TextLink> : undefined
      }
    >
      <PlainTable
        label="Models"
        head={[{ label: 'Model' }, { label: 'By' }]}
        rows={models.map(({ id, name, basis, hasMismatch }) => ({
          key: id,
          cells: [
            <span key="name" className="[overflow-wrap:anywhere]">
              <TextLink href={`/models/${id}`}>{name}</TextLink>
            </span>,
            <span key="by">
              {BASIS[basis ?? ''] ?? basis}
              {hasMismatch && <span className="text-review">; declaration and text disagree</span>}
            </span>,
          ],
        }))}
      />
    </Section>
  )
}
