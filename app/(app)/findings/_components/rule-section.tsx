import { HashMark } from '#app/_ui/hash-mark.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import type { FindingOnRecord } from '#lib/deployments/queries/find-finding.ts'
import { PlainTable } from '../../_components/plain-table.tsx'

/** The rule version that is cited, its condition, and the values it saw. */
export function RuleSection({ finding }: { finding: FindingOnRecord }) {
  const { rule, newest } = finding
  return (
    <Section
      title="The rule"
      padding="flush"
      sentence={
        <>
          <TextLink href={`/policies#${rule.id}`}>{rule.id}</TextLink>, version {rule.version}
        </>
      }
    >
      <pre className="overflow-x-auto border-b bg-sunken px-4 py-3 font-mono text-sm whitespace-pre-wrap">
        {rule.condition}
      </pre>
      <PlainTable
        label="Values the rule saw"
        head={[{ label: 'Value' }, { label: 'As it was', isWrapping: true }]}
        rows={Object.entries(newest.values).map(([path, value]) => ({
          key: path,
          cells: [
            <code key="path" className="font-mono text-sm">
              {path}
            </code>,
            <SeenValue key="value" value={value} />,
          ],
        }))}
      />
    </Section>
  )
}

function SeenValue({ value }: { value: FindingOnRecord['newest']['values'][string] }) {
  if (value === null || value === undefined) return <span className="text-muted">not known</span>
  if (typeof value === 'string' && /^[0-9a-f]{40,64}$/.test(value)) return <HashMark hash={value} />
  if (Array.isArray(value)) return value.length === 0 ? <span className="text-muted">none</span> : value.join(', ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'number' ? value.toLocaleString('en') : value
}
