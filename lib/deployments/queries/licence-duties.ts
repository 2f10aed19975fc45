import { type Scope, withinScope } from '#lib/auth/permissions.ts'
import type { Queryable } from '#lib/db/client.ts'
import { dutiesOf } from '#lib/licences/duties.ts'
import type { Duty } from '#lib/licences/duty.ts'
import { assembleNotices, type Notices } from '#lib/licences/notices.ts'
import { findTextContent, listTextContents } from '#lib/licences/queries/texts.ts'
import { type DutyGap, dutyGap, type LicenceFacts, licenceFactsOf, noticeDeploymentOf } from '../licence-facts.ts'
import { listJudgeable } from './judgement-facts.ts'

const AT_ONCE = 500

/** What the licences of these deployments turn on, in their newest version. */
async function listLicenceFacts(db: Queryable, ids: readonly string[], hubEndpoint: string): Promise<LicenceFacts[]> {
  const facts: LicenceFacts[] = []
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const judgeable = await listJudgeable(db, ids.slice(at, at + AT_ONCE))
    facts.push(...judgeable.map((one) => licenceFactsOf(one, hubEndpoint)))
  }
  return facts
}

export interface DeploymentDuties {
  facts: LicenceFacts
  /** Null where duties can be told. */
  gap: DutyGap | null
  duties: Duty[]
}

/** What the governing licence asks of one deployment as it stands; null where the reader may not know of it. */
export async function findDeploymentDuties(
  db: Queryable,
  scope: Scope,
  deploymentId: string,
  hubEndpoint: string,
): Promise<DeploymentDuties | null> {
  const [id] = await visibleIds(db, scope, { deployment: deploymentId })
  if (id === undefined) return null
  const [facts] = await listLicenceFacts(db, [id], hubEndpoint)
  if (facts === undefined) return null
  const gap = dutyGap(facts)
  const text = facts.text === null ? null : await findTextContent(db, facts.text.sha256)
  return { facts, gap, duties: facts.terms === null ? [] : dutiesOf(facts.terms, facts.use, text) }
}

export interface NoticeFilter {
  /** The id of a deployment. */
  deployment?: string | undefined
  /** The slug of a team. */
  team?: string | undefined
}

/** The notice file of the deployments a reader may see, retired ones left out; null where the filter names none of theirs. */
export async function findNotices(
  db: Queryable,
  scope: Scope,
  filter: NoticeFilter,
  hubEndpoint: string,
): Promise<Notices | null> {
  const ids = await visibleIds(db, scope, filter)
  if (filter.deployment !== undefined && ids.length === 0) return null
  if (filter.team !== undefined && (await isUnknownTeam(db, scope, filter.team))) return null
  const facts = (await listLicenceFacts(db, ids, hubEndpoint)).filter((one) => !one.deployment.isRetired)
  const deployments = facts.map(noticeDeploymentOf)
  const shas = deployments.flatMap((one) => [one.textSha ?? [], one.notices.map((notice) => notice.sha256)].flat())
  return assembleNotices(deployments, await listTextContents(db, shas))
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

async function visibleIds(db: Queryable, scope: Scope, { deployment, team }: NoticeFilter): Promise<string[]> {
  if (deployment !== undefined && !UUID.test(deployment)) return []
  const rows = await db.deployment.findMany({
    where: {
      ...withinScope(scope),
      ...(deployment === undefined ? {} : { id: deployment }),
      ...(team === undefined ? {} : { team: { slug: team } }),
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  return rows.map((row) => row.id)
}

async function isUnknownTeam(db: Queryable, scope: Scope, slug: string): Promise<boolean> {
  const team = await db.team.findUnique({ where: { slug }, select: { id: true } })
  return team === null || (scope.teamIds !== 'all' && !scope.teamIds.includes(team.id))
}
