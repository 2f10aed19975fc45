import type { Queryable } from '#lib/db/client.ts'
import type { ReportFinding, ReportInput } from '../report-input.ts'

interface Week {
  from: Date
  to: Date
}

const WITH_EVERYTHING_QUOTED = {
  ruleVersion: { select: { ruleId: true, n: true, title: true, severity: true } },
  finding: {
    select: {
      id: true,
      deployment: {
        select: {
          id: true,
          team: { select: { id: true, slug: true } },
          versions: {
            select: { n: true, name: true, modelId: true, model: { select: { current: { select: { name: true } } } } },
          },
        },
      },
    },
  },
} as const

interface Episode {
  deploymentVersion: number
  ruleVersion: { ruleId: string; n: number; title: string; severity: string }
  finding: {
    id: string
    deployment: {
      id: string
      team: { id: string; slug: string }
      versions: { n: number; name: string; modelId: string; model: { current: { name: string } | null } }[]
    }
  }
}

/** The findings that came and went within a week, each as it stood in the version of the deployment it cites. */
export async function listWeekFindings(db: Queryable, { from, to }: Week): Promise<ReportInput['findings']> {
  const opened = await db.findingEpisode.findMany({
    where: { openedAt: { gte: from, lt: to } },
    include: WITH_EVERYTHING_QUOTED,
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
  })
  const ended = await db.episodeEnd.findMany({
    where: { endedAt: { gte: from, lt: to } },
    include: { episode: { include: WITH_EVERYTHING_QUOTED } },
    orderBy: [{ endedAt: 'asc' }, { episodeId: 'asc' }],
  })
  return {
    opened: opened.map((episode) => reportFinding(episode, episode.openedAt, episode.because)),
    cleared: ended.map((end) => reportFinding(end.episode, end.endedAt, end.because)),
  }
}

function reportFinding({ deploymentVersion, ruleVersion, finding }: Episode, at: Date, because: string): ReportFinding {
  const { id, team, versions } = finding.deployment
  const version = versions.find((candidate) => candidate.n === deploymentVersion)
  if (version === undefined)
    throw new Error(`The finding ${finding.id} cites version ${deploymentVersion}, which is not there.`)
  return {
    findingId: finding.id,
    rule: { id: ruleVersion.ruleId, version: ruleVersion.n, title: ruleVersion.title },
    severity: ruleVersion.severity,
    team,
    deployment: { id, name: version.name, version: deploymentVersion },
    model: version.model.current?.name ?? version.modelId,
    at: at.toISOString(),
    because,
  }
}
