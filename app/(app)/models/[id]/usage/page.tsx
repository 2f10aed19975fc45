import { pageCtx } from '#app/_server/request.ts'
import { HashMark } from '#app/_ui/hash-mark.tsx'
import { NoPermission } from '#app/_ui/no-permission.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { type Verdict, VerdictMark } from '#app/_ui/verdict-mark.tsx'
import { may, scopeFor } from '#lib/auth/permissions.ts'
import { listModelUses, type ModelUse } from '#lib/deployments/queries/model-usage.ts'
import { VERDICTS } from '#lib/policy/verdict.ts'
import { PlainTable } from '../../../_components/plain-table.tsx'
import { loadModel } from '../../_components/load-model.ts'
import { ModelFrame, modelMetadata } from '../../_components/model-frame.tsx'

export const generateMetadata = ({ params }: PageProps<'/models/[id]/usage'>) => modelMetadata(params, 'usage')

/** Who runs this model, as far as the reader may see. */
export default async function ModelUsagePage({ params }: PageProps<'/models/[id]/usage'>) {
  const { db, actor } = await pageCtx('catalogue:read')
  const { id } = await params
  const { model } = await loadModel(id)
  return (
    <ModelFrame id={id} tab="usage">
      {may(actor, 'deployment:read') ? (
        <Uses
          {...(await listModelUses(db, scopeFor(actor, 'deployment:read'), id))}
          isOwnOnly={!isEverybodys(scopeFor(actor, 'deployment:read'))}
          name={model.row.name}
        />
      ) : (
        <NoPermission what="see deployments" grantedBy="An administrator" />
      )}
    </ModelFrame>
  )
}

const isEverybodys = (scope: { teamIds: readonly string[] | 'all' }) => scope.teamIds === 'all'

interface UsesProps {
  uses: ModelUse[]
  running: number
  total: number
  /** The reader sees their own teams only. */
  isOwnOnly: boolean
  name: string
}

function Uses({ uses, running, total, isOwnOnly, name }: UsesProps) {
  const whose = isOwnOnly ? ' of your teams' : ''
  if (total === 0) {
    return (
      <Section title="Deployments">
        <p className="text-muted">No deployment{whose} runs or ran this model.</p>
      </Section>
    )
  }
  return (
    <Section
      title="Deployments"
      sentence={`${running} in use, ${total - running} retired${isOwnOnly ? ', among those of your teams' : ''}.${total > uses.length ? ` The first ${uses.length} are shown.` : ''}`}
      actions={<TextLink href={`/deployments?model=${encodeURIComponent(name)}`}>In the list of deployments</TextLink>}
      padding="flush"
    >
      <PlainTable
        label="Deployments of this model"
        head={[
          { label: 'Deployment', isWrapping: true },
          { label: 'Team' },
          { label: 'Environment' },
          { label: 'Use' },
          { label: 'Revision' },
          { label: 'Verdict' },
          { label: 'Open findings', align: 'end' },
        ]}
        rows={uses.map((use) => ({
          key: use.deploymentId,
          cells: [
            <span key="name" className="[overflow-wrap:anywhere]">
              <TextLink href={`/deployments/${use.deploymentId}`}>{use.name}</TextLink>
              {use.isRetired && <span className="text-muted"> (retired)</span>}
            </span>,
            use.teamSlug,
            use.environment,
            use.use,
            /^[0-9a-f]{40,64}$/.test(use.revision) ? <HashMark key="revision" hash={use.revision} /> : use.revision,
            <VerdictMark key="verdict" verdict={verdictOf(use.verdict)} />,
            use.openFindings,
          ],
        }))}
      />
    </Section>
  )
}

function verdictOf(verdict: string): Verdict {
  return VERDICTS.find((one) => one === verdict) ?? 'unknown'
}
