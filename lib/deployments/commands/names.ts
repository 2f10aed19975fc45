import type { Tx } from '#lib/db/client.ts'
import type { Refusal } from '#lib/shared/outcome.ts'
import { slugOf } from '../deployment-input.ts'

/** A name that a deployment is to carry within its team. */
export interface WantedName {
  teamId: string
  name: string
  /** The deployment that is to carry it, where it exists already. */
  deploymentId?: string
  /** Its place in the request, such as `/name`. */
  field: string
}

/**
 * Why names cannot be taken: within a team each belongs to one deployment, as the address it was registered under and as what it
 * is called now. Holds the names until the transaction ends, so that of two who want one the second is refused like any other.
 */
export async function takenNames(tx: Tx, wanted: readonly WantedName[]): Promise<Refusal[]> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('deployment names', 0))`
  const teamIds = [...new Set(wanted.map((one) => one.teamId))]
  const slugs = wanted.map((one) => slugOf(one.name))
  const names = wanted.map((one) => one.name.toLowerCase())
  const holders = await tx.$queryRaw<{ id: string; teamId: string; slug: string; name: string | null }[]>`
    select d.id, d.team_id as "teamId", d.slug, c.name
    from deployments d left join deployment_current c on c.deployment_id = d.id
    where d.team_id = any(${teamIds}::uuid[]) and (d.slug = any(${slugs}) or lower(c.name) = any(${names}))`
  const held = new Map<string, string>()
  for (const { id, teamId, slug, name } of holders) {
    held.set(`${teamId} ${slug}`, id)
    if (name !== null) held.set(`${teamId} ${slugOf(name)}`, id)
  }
  const refusals: Refusal[] = []
  for (const { teamId, name, deploymentId, field } of wanted) {
    const key = `${teamId} ${slugOf(name)}`
    const holder = held.get(key)
    if (holder !== undefined && holder !== deploymentId) refusals.push(takenName(slugOf(name), field))
    // Of one request the first row takes the name.
    else held.set(key, deploymentId ?? field)
  }
  return refusals
}

function takenName(slug: string, field: string): Refusal {
  return {
    field,
    rule: 'name.taken',
    message: `This team has a deployment called ${slug} already.`,
    remedy: 'Edit that one, or take another name; a retired deployment keeps its name.',
  }
}
