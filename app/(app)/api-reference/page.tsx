import type { Metadata } from 'next'
import { CONTRACTS } from '#app/_server/contracts.ts'
import { pageCtx } from '#app/_server/request.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { describeApi } from './_components/described-operation.ts'
import { Operation } from './_components/operation.tsx'
import { SchemaText } from './_components/schema-text.tsx'

export const metadata: Metadata = { title: 'API' }

/** The API, readable: what can be asked, by whom, and what comes back. */
export default async function ApiReferencePage() {
  await pageCtx('catalogue:read')
  const { resources, shapes } = describeApi(CONTRACTS)
  return (
    <>
      <PageHeader
        title="API"
        sentence={
          <>
            Everything the pages show and do, under the same permissions. Send{' '}
            <code className="font-mono text-ink">Authorization: Bearer wb_…</code> with a token made in the{' '}
            <TextLink href="/settings">settings</TextLink>. Refusals are RFC 9457 problems that name the field, the rule
            and the remedy.
          </>
        }
        actions={<ButtonLink href="/api/v1/openapi.json">OpenAPI 3.1 document</ButtonLink>}
      />
      <nav aria-label="Resources" className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {[...resources.keys()].map((resource) => (
          <TextLink key={resource} href={`#${resource}`}>
            {resource}
          </TextLink>
        ))}
      </nav>
      {[...resources].map(([resource, operations]) => (
        <Section key={resource} title={resource} id={resource} padding="flush">
          {operations.map((operation) => (
            <Operation key={operation.id} operation={operation} />
          ))}
        </Section>
      ))}
      <Section title="Shapes" sentence="What has a name, as JSON Schema." padding="flush">
        {shapes.map(([name, schema]) => (
          <details key={name} id={`shape-${name}`} className="border-b px-4 py-2 last:border-b-0">
            <summary className="min-h-6 font-mono text-sm">{name}</summary>
            <SchemaText name={name} schema={schema} />
          </details>
        ))}
      </Section>
    </>
  )
}
