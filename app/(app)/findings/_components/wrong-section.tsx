import { KeyValue } from '#app/_ui/key-value.tsx'
import { Provenance } from '#app/_ui/provenance.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import type { FindingOnRecord } from '#lib/deployments/queries/find-finding.ts'

/** What is known, then what it means, then what to do. */
export function WrongSection({ finding }: { finding: FindingOnRecord }) {
  const { newest } = finding
  return (
    <Section title="What is wrong">
      <p className="mb-3 max-w-[80ch] text-reading leading-6 [overflow-wrap:anywhere]">
        {finding.message}{' '}
        <Provenance
          asOf={newest.openedAt}
          from={`Version ${newest.deploymentVersion} of the deployment, as judged then`}
          href={`/deployments/${finding.deployment.id}/versions#version-${newest.deploymentVersion}`}
        />
      </p>
      <KeyValue
        items={[
          { term: 'Why it matters', value: <span className="block max-w-[80ch]">{finding.reason}</span> },
          { term: 'How to mend it', value: <span className="block max-w-[80ch]">{finding.remedy}</span> },
          { term: 'Model', value: <TextLink href={`/models/${finding.model.id}`}>{finding.model.name}</TextLink> },
          ...(newest.section === null ? [] : [{ term: 'Licence section', value: newest.section }]),
        ]}
      />
    </Section>
  )
}
