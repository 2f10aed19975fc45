import type { Metadata } from 'next'
import { CONTRACTS } from '#app/_server/contracts.ts'
import { pageCtx } from '#app/_server/request.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { ScrollRegion } from '#app/_ui/scroll-region.tsx'
import { Section } from '#app/_ui/section.tsx'

export const metadata: Metadata = { title: 'API' }

/** The API, readable: what can be asked, by whom, and what comes back. */
export default async function ApiReferencePage() {
  await pageCtx('catalogue:read')
  const resources = Map.groupBy(CONTRACTS, (contract) => contract.path.split('/')[3] ?? '')
  return (
    <>
      <PageHeader
        title="API"
        sentence="Everything the pages show and do, under the same permissions. Send Authorization: Bearer wb_… with a token made in the settings."
        actions={
          <ButtonLink href="/api/v1/openapi.json" variant="secondary">
            OpenAPI 3.1 document
          </ButtonLink>
        }
      />
      {[...resources].map(([resource, contracts]) => (
        <Section key={resource} title={resource} padding="flush">
          <ScrollRegion label={`Operations of ${resource}`}>
            <table className="w-full text-sm">
              <thead>
                <tr className="border-b text-start text-muted">
                  <th scope="col" className="px-4 py-2 text-start font-medium">
                    Request
                  </th>
                  <th scope="col" className="px-4 py-2 text-start font-medium">
                    What it does
                  </th>
                  <th scope="col" className="px-4 py-2 text-start font-medium">
                    Permission
                  </th>
                  <th scope="col" className="px-4 py-2 text-start font-medium">
                    Query
                  </th>
                  <th scope="col" className="px-4 py-2 text-start font-medium">
                    Answers
                  </th>
                </tr>
              </thead>
              <tbody>
                {contracts.map((contract) => (
                  <tr key={`${contract.method} ${contract.path}`} className="border-b last:border-b-0">
                    <th scope="row" className="whitespace-nowrap px-4 py-2 text-start align-top font-mono font-normal">
                      {contract.method.toUpperCase()} {contract.path}
                    </th>
                    <td className="min-w-64 px-4 py-2 align-top">{contract.summary}</td>
                    <td className="whitespace-nowrap px-4 py-2 align-top">{contract.permission}</td>
                    <td className="min-w-40 px-4 py-2 align-top font-mono">
                      {Object.keys(contract.query?.shape ?? {}).join(', ')}
                    </td>
                    <td className="min-w-48 px-4 py-2 align-top">
                      {Object.entries(contract.answers).map(([status, answer]) => (
                        <span key={status} className="block">
                          {status}: {answer.says}
                        </span>
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        </Section>
      ))}
    </>
  )
}
