import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { pageCtx } from '#app/_server/request.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { OPENNESS_ORDER } from '#app/_ui/openness.ts'
import { OpennessMark } from '#app/_ui/openness-mark.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { Tabs } from '#app/_ui/tabs.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { may } from '#lib/auth/permissions.ts'
import { loadModel } from './load-model.ts'

const TABS = ['overview', 'licence', 'revisions', 'usage', 'history'] as const
type ModelTab = (typeof TABS)[number]

const LABELS: Record<ModelTab, string> = {
  overview: 'Overview',
  licence: 'Licence',
  revisions: 'Revisions',
  usage: 'Usage',
  history: 'History',
}

interface ModelFrameProps {
  id: string
  tab: ModelTab
  children: ReactNode
}

/** The title of one side of a model. */
export async function modelMetadata(params: Promise<{ id: string }>, tab: ModelTab): Promise<Metadata> {
  await pageCtx('catalogue:read')
  const { model } = await loadModel((await params).id)
  return { title: tab === 'overview' ? model.row.name : `${model.row.name}: ${LABELS[tab]}` }
}

/** What stands above every side of a model: its name, where it belongs, and the way to the other sides. */
export async function ModelFrame({ id, tab, children }: ModelFrameProps) {
  const { actor } = await pageCtx('catalogue:read')
  const { model } = await loadModel(id)
  const { row, family } = model
  const line = [row.lineage, row.generation && `generation ${row.generation}`, row.tier].filter(Boolean).join(' · ')
  const href = (to: ModelTab) => (to === 'overview' ? `/models/${id}` : `/models/${id}/${to}`)
  return (
    <>
      <PageHeader
        title={row.name}
        breadcrumbs={[{ label: 'Models', href: '/models' }]}
        marks={<OpennessMark openness={OPENNESS_ORDER.find((step) => step === row.openness) ?? 'unknown'} />}
        sentence={
          <>
            {row.publisher === null ? (
              'No publisher'
            ) : (
              <TextLink href={`/publishers/${encodeURIComponent(row.publisher)}`}>{row.publisher}</TextLink>
            )}
            {family && (
              <>
                {' · family '}
                <TextLink href={`/families/${family.id}`}>{family.name}</TextLink>
              </>
            )}
            {line !== '' && ` · ${line}`}
          </>
        }
        actions={
          may(actor, 'deployment:register') && (
            <ButtonLink variant="primary" href={`/deployments/new?model=${encodeURIComponent(row.name)}`}>
              Register a deployment
            </ButtonLink>
          )
        }
      />
      <Tabs
        label="About this model"
        tabs={TABS.map((to) => ({
          label: LABELS[to],
          href: href(to),
          isCurrent: to === tab,
        }))}
      />
      {children}
    </>
  )
}
